package org.nasbench4j.algorithms.evolution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How the members of a tournament are drawn. */
final class Tournaments {
  private Tournaments() {}

  /** Each from the whole population. */
  static RegularizedEvolution.Tournament withReplacement(
      int population, int sample, RandomGenerator random) {
    return () -> {
      int[] drawn = new int[sample];
      Arrays.setAll(drawn, i -> random.nextInt(population));
      return drawn;
    };
  }

  /** No member twice. */
  static RegularizedEvolution.Tournament withoutReplacement(
      int population, int sample, RandomGenerator random) {
    int[] members = new int[population];
    for (int i = 0; i < population; i++) {
      members[i] = i;
    }
    return () -> {
      int[] drawn = new int[sample];
      for (int i = 0; i < sample; i++) {
        int at = i + random.nextInt(population - i);
        drawn[i] = members[at];
        members[at] = members[i];
        members[i] = drawn[i];
      }
      return drawn;
    };
  }
}
