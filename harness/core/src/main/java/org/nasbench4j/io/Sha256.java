package org.nasbench4j.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which names contents and derives seeds. */
public final class Sha256 {

  private Sha256() {}

  /**
   * The hash of bytes.
   *
   * @param bytes any
   * @return 32 bytes
   */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /**
   * The hash of bytes as text.
   *
   * @param bytes any
   * @return 64 lower-case hexadecimal digits
   */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /**
   * A hash of bytes that come in parts.
   *
   * @return a new digest, to be used by one thread
   * @throws IllegalStateException never on a Java platform, which must have the algorithm
   */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
