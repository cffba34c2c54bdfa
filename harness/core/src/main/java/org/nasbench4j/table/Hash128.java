package org.nasbench4j.table;

import java.util.HexFormat;

/**
 * A hash of 128 bits, such as MD5's.
 *
 * @param high the first 16 hexadecimal digits
 * @param low the last 16
 */
public record Hash128(long high, long low) implements Comparable<Hash128> {
  private static final int DIGITS = 32;
  private static final int HALF = DIGITS / 2;

  /** By character. */
  private static final byte[] VALUES = values();

  /**
   * Whether a text is a hash.
   *
   * @param text any text
   * @return true for 32 hexadecimal digits, in any case
   */
  public static boolean isOne(CharSequence text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads {@link #toString()}, in any case.
   *
   * @param text 32 hexadecimal digits
   * @return the hash
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Hash128 parse(CharSequence text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "The hash (%s) must be 32 hexadecimal digits.".formatted(text));
    }
    return new Hash128(highOf(text), lowOf(text));
  }

  /**
   * The first half of a text that {@link #isOne}.
   *
   * @param text 32 hexadecimal digits
   * @return {@link #high()}
   */
  public static long highOf(CharSequence text) {
    return number(text, 0);
  }

  /**
   * The second half of a text that {@link #isOne}.
   *
   * @param text 32 hexadecimal digits
   * @return {@link #low()}
   */
  public static long lowOf(CharSequence text) {
    return number(text, HALF);
  }

  // HexFormat's own reading takes several times as long.
  private static long number(CharSequence text, int from) {
    long number = 0;
    for (int i = from; i < from + HALF; i++) {
      number = (number << 4) | digit(text.charAt(i));
    }
    return number;
  }

  // The value of a hexadecimal digit; negative if it is none.
  private static int digit(char character) {
    return character < VALUES.length ? VALUES[character] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte['f' + 1];
    for (int character = 0; character < values.length; character++) {
      values[character] =
          (byte) (HexFormat.isHexDigit(character) ? HexFormat.fromHexDigit(character) : -1);
    }
    return values;
  }

  /** Compares as {@link #toString()} does. */
  @Override
  public int compareTo(Hash128 other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
