package org.nasbench4j.data.bzip2;

import java.util.Arrays;

/** Some bits of a file, the most significant one of a byte first. */
final class Bits {
  private final long begin;
  private final long end;
  private final byte[] bytes;

  /**
   * Names them.
   *
   * @param begin where in the file the first one is, in bits
   * @param end where in the file they end, in bits
   * @param bytes the bytes of the file that hold them
   */
  Bits(long begin, long end, byte[] bytes) {
    this.begin = begin;
    this.end = end;
    this.bytes = bytes;
  }

  /** The byte of the file that has the first one. */
  long place() {
    return begin / Byte.SIZE;
  }

  int length() {
    return (int) (end - begin);
  }

  /** How many stand from there to the next byte of the file. */
  int untilByte(int from) {
    return (int) -(begin + from) & (Byte.SIZE - 1);
  }

  /** The 32 from there on, 0 for those behind the end. */
  int word(int from) {
    int word = 0;
    for (int i = from; i < from + Integer.SIZE; i++) {
      word = (word << 1) | (i < length() ? bit(i) : 0);
    }
    return word;
  }

  private int bit(int index) {
    long position = begin + index;
    int octet = bytes[(int) (position / Byte.SIZE - place())];
    return (octet >>> (Byte.SIZE - 1 - position % Byte.SIZE)) & 1;
  }

  /**
   * Writes them with the first one at the beginning of a byte.
   *
   * @param target has zeros from there on
   * @param at the first byte; what follows the last bit in its byte stays 0
   */
  void copyTo(byte[] target, int at) {
    int shift = (int) (begin % Byte.SIZE);
    int whole = length() / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      int following = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
      int pair = (bytes[i] & 0xff) << Byte.SIZE | following;
      target[at + i] = (byte) (pair >>> (Byte.SIZE - shift));
    }
    for (int i = whole * Byte.SIZE; i < length(); i++) {
      target[at + whole] |= (byte) (bit(i) << (Byte.SIZE - 1 - i % Byte.SIZE));
    }
  }

  /**
   * These bits and those that follow.
   *
   * @param next begins where these end
   * @return all of them
   */
  Bits join(Bits next) {
    int shared = (int) (next.place() - place());
    byte[] both = Arrays.copyOf(bytes, shared + next.bytes.length);
    System.arraycopy(next.bytes, 0, both, shared, next.bytes.length);
    return new Bits(begin, next.end, both);
  }
}
