package org.nasbench4j.neural.rmi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes a generator from a seed and what it is for, so that no draw depends on another's. */
final class DerivedRandom {
  private static final String ALGORITHM = "L64X128MixRandom";

  private DerivedRandom() {}

  static RandomGenerator of(long seed, String purpose, int... numbers) {
    StringBuilder name = new StringBuilder().append(seed).append('\n').append(purpose);
    for (int number : numbers) {
      name.append('\n').append(number);
    }
    byte[] hash = sha256().digest(name.toString().getBytes(StandardCharsets.UTF_8));
    // Eight bytes only: Java 17 loses most of a longer seed and later versions do not.
    return RandomGeneratorFactory.of(ALGORITHM).create(ByteBuffer.wrap(hash).getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
