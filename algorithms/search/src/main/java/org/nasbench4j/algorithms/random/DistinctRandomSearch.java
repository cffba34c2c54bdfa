package org.nasbench4j.algorithms.random;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** Draws from the space that are redrawn until they are new. */
final class DistinctRandomSearch implements SearchMethod {
  // the sampler may be unable to reach every architecture that the space counts
  private static final int MOST_DRAWS = 100_000;

  private final SearchSpace space;
  private final RandomGenerator random;
  private final Set<Architecture> drawn = new HashSet<>();

  DistinctRandomSearch(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  @Override
  public Architecture ask() {
    if (drawn.size() >= space.size()) {
      drawn.clear();
    }
    Architecture next = space.sample(random);
    for (int draws = 1; !drawn.add(next) && draws < MOST_DRAWS; draws++) {
      next = space.sample(random);
    }
    return next;
  }

  @Override
  public void tell(Observation observation) {}
}
