package org.nasbench4j.algorithms.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** A population that is a queue by age: the child of a tournament's winner replaces the oldest. */
final class RegularizedEvolution implements SearchMethod {
  private final SearchSpace space;
  private final int capacity;
  private final int sample;
  private final RandomGenerator random;

  /** A ring once it is full; {@link #oldest} is where it begins. */
  private final List<Observation> population = new ArrayList<>();

  private int oldest;

  RegularizedEvolution(SearchSpace space, int population, int sample, RandomGenerator random) {
    this.space = space;
    this.capacity = population;
    this.sample = sample;
    this.random = random;
  }

  @Override
  public Architecture ask() {
    if (population.size() < capacity) {
      return space.sample(random);
    }
    Architecture parent = winner().architecture();
    return space.size() == 1 ? parent : space.mutate(parent, random);
  }

  private Observation winner() {
    Observation best = draw();
    for (int i = 1; i < sample; i++) {
      Observation rival = draw();
      if (rival.value() > best.value()) {
        best = rival;
      }
    }
    return best;
  }

  private Observation draw() {
    return population.get(random.nextInt(capacity));
  }

  @Override
  public void tell(Observation observation) {
    if (population.size() < capacity) {
      population.add(observation);
      return;
    }
    population.set(oldest, observation);
    oldest = (oldest + 1) % capacity;
  }
}
