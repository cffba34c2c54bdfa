package org.nasbench4j.algorithms.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasbench4j.space.SearchSpace;

/** How a child is made. */
final class Mutations {
  private Mutations() {}

  /** As the benchmark's own evolution does. */
  static RegularizedEvolution.Mutation ofSpace(SearchSpace space, RandomGenerator random) {
    return parent -> space.mutate(parent, random);
  }

  /** Another option of one decision, again until that is an architecture. */
  static RegularizedEvolution.Mutation ofOneDecision(SearchSpace space, RandomGenerator random) {
    List<Integer> options = space.decisions();
    int[] open = IntStream.range(0, options.size()).filter(i -> options.get(i) > 1).toArray();
    return parent -> {
      int[] choices;
      do {
        choices = space.encode(parent);
        int decision = open[random.nextInt(open.length)];
        int shift = 1 + random.nextInt(options.get(decision) - 1);
        choices[decision] = (choices[decision] + shift) % options.get(decision);
      } while (!space.isArchitecture(choices));
      return space.decode(choices);
    };
  }

  /** Now and then the parent as it is. */
  static RegularizedEvolution.Mutation withUnchanged(
      double share, RegularizedEvolution.Mutation mutation, RandomGenerator random) {
    return share == 0
        ? mutation
        : parent -> random.nextDouble() < share ? parent : mutation.child(parent);
  }
}
