package org.nasbench4j.table;

/** Where in a file something was found. */
public sealed interface FilePlace {

  /** Nowhere in particular: it concerns the file as a whole. */
  record Whole() implements FilePlace {}

  /**
   * At a byte. Shown as {@code byte 7}.
   *
   * @param offset the byte, counted from 0; in a compressed file it is one of the unpacked bytes
   *     where these are wrong
   */
  record AtByte(long offset) implements FilePlace {
    /**
     * Checks the byte.
     *
     * @param offset the byte, counted from 0
     * @throws IllegalArgumentException if it is negative
     */
    public AtByte {
      if (offset < 0) {
        throw new IllegalArgumentException("byte (%d) must not be negative".formatted(offset));
      }
    }

    @Override
    public String toString() {
      return "byte " + offset;
    }
  }

  /**
   * At a line of a text file. Shown as {@code line 7}.
   *
   * @param number the line, counted from 1
   */
  record AtLine(long number) implements FilePlace {
    /**
     * Checks the line.
     *
     * @param number the line, counted from 1
     * @throws IllegalArgumentException if it is not positive
     */
    public AtLine {
      if (number < 1) {
        throw new IllegalArgumentException("line (%d) must be positive".formatted(number));
      }
    }

    @Override
    public String toString() {
      return "line " + number;
    }
  }
}
