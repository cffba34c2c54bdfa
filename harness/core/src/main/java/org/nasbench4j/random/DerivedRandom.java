package org.nasbench4j.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nasbench4j.io.Sha256;

/** Makes a generator from a seed and what it is for, so that no draw depends on another's. */
public final class DerivedRandom {
  private static final String ALGORITHM = "L64X128MixRandom";

  private DerivedRandom() {}

  /**
   * The generator of a purpose: L64X128MixRandom, seeded with the first 64 bits of SHA-256 of the
   * seed and the names, in UTF-8, each on a line of its own.
   *
   * @param seed any
   * @param names what the draws are for, without line breaks, from the general to the particular
   * @return a new generator; equal seeds and names give equal draws on any machine
   */
  public static RandomGenerator of(long seed, String... names) {
    String text = seed + "\n" + String.join("\n", names);
    byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    // Not seeded with all bytes: Java 17 loses most of them and later versions do not
    // (JDK-8282144), so that results would depend on the Java version.
    return RandomGeneratorFactory.of(ALGORITHM).create(ByteBuffer.wrap(hash).getLong());
  }
}
