package org.nasbench4j.study;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes the randomness of each run from the study's seed and the run's name, and nothing else. */
final class RunRandom {
  /** How it is done, for the record. */
  static final String DESCRIPTION =
      "L64X128MixRandom seeded with SHA-256 of (study seed, task, method, run)";

  private static final String ALGORITHM = "L64X128MixRandom";

  private RunRandom() {}

  static RandomGenerator of(long seed, RunKey key) {
    String name = "%d\n%s\n%s\n%d".formatted(seed, key.task(), key.method(), key.run());
    return RandomGeneratorFactory.of(ALGORITHM)
        .create(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
  }
}
