package org.nasbench4j.algorithms.random;

import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** Independent draws from the space: repeats are possible. */
final class RandomSearch implements SearchMethod {
  private final SearchSpace space;
  private final RandomGenerator random;

  RandomSearch(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  @Override
  public Architecture ask() {
    return space.sample(random);
  }

  @Override
  public void tell(Observation observation) {}
}
