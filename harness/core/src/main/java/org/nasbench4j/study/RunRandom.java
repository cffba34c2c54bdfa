package org.nasbench4j.study;

import java.util.random.RandomGenerator;
import org.nasbench4j.random.DerivedRandom;

/** Makes the randomness of each run from the study's seed and the run's name, and nothing else. */
final class RunRandom {
  /** How it is done, for the record. */
  static final String DESCRIPTION =
      "L64X128MixRandom seeded with the first 64 bits of SHA-256 of (study seed, task, method, run)";

  private RunRandom() {}

  static RandomGenerator of(long seed, RunKey key) {
    return DerivedRandom.of(seed, key.task(), key.method(), String.valueOf(key.run()));
  }

  // What the evaluations of the run draw: apart, so that a method cannot foresee it.
  static RandomGenerator ofEvaluations(long seed, RunKey key) {
    return DerivedRandom.of(
        seed, key.task(), key.method(), String.valueOf(key.run()), "evaluations");
  }
}
