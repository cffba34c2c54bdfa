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
  private final Tournament tournament;
  private final Mutation mutation;
  private final RandomGenerator random;

  /** A ring once it is full; {@link #oldest} is where it begins. */
  private final List<Observation> population = new ArrayList<>();

  private int oldest;

  RegularizedEvolution(
      SearchSpace space,
      int population,
      Tournament tournament,
      Mutation mutation,
      RandomGenerator random) {
    this.space = space;
    this.capacity = population;
    this.tournament = tournament;
    this.mutation = mutation;
    this.random = random;
  }

  /** Chooses members that compete. */
  @FunctionalInterface
  interface Tournament {
    /** The rivals' places in the population, in the order drawn; at least one. */
    int[] draw();
  }

  /** Makes children. */
  @FunctionalInterface
  interface Mutation {
    Architecture child(Architecture parent);
  }

  @Override
  public Architecture ask() {
    if (population.size() < capacity) {
      return space.sample(random);
    }
    Architecture parent = winner().architecture();
    return space.size() == 1 ? parent : mutation.child(parent);
  }

  private Observation winner() {
    int[] rivals = tournament.draw();
    Observation best = population.get(rivals[0]);
    for (int rival : rivals) {
      Observation other = population.get(rival);
      if (other.value() > best.value()) {
        best = other;
      }
    }
    return best;
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
