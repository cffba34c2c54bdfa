package org.nasbench4j.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes the randomness of each run from the study's seed and the run's name, and nothing else. */
final class RunRandom {
  /** How it is done, for the record. */
  static final String DESCRIPTION =
      "L64X128MixRandom seeded with the first 64 bits of SHA-256 of (study seed, task, method, run)";

  private static final String ALGORITHM = "L64X128MixRandom";

  private RunRandom() {}

  static RandomGenerator of(long seed, RunKey key) {
    String name = seed + "\n" + key.task() + "\n" + key.method() + "\n" + key.run();
    ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
    // Not seeded with all bytes: Java 17 loses most of them and later versions do not
    // (JDK-8282144),
    // so that a study would depend on the Java version.
    return RandomGeneratorFactory.of(ALGORITHM).create(hash.getLong());
  }
}
