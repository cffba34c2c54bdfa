package org.nasbench4j.data.bzip2;

import org.nasbench4j.data.bzip2.Section.Kind;

/**
 * What stands before the blocks of a stream, or behind those of the last one.
 *
 * @param level of the stream that begins, from 1 to 9: hundreds of kilobytes in a block; 0 if none
 *     begins
 */
record Border(int level) {
  private static final int HEADER = ('B' << 24) | ('Z' << 16) | ('h' << 8) | '0';
  private static final int HIGHEST = 9;

  static Border of(Section section) throws BrokenSectionException {
    Bits bits = section.bits();
    int header = section.kind() == Kind.END ? Section.HEAD + bits.untilByte(Section.HEAD) : 0;
    if (section.kind() == Kind.END && bits.length() == header) {
      return new Border(0);
    }
    int level = bits.word(header) - HEADER;
    boolean begins = level >= 1 && level <= HIGHEST;
    if (bits.length() < header || (begins && bits.length() < header + Integer.SIZE)) {
      throw new BrokenSectionException("unexpected end");
    }
    if (!begins) {
      throw new BrokenSectionException(
          section.kind() == Kind.END
              ? "unexpected data after the end of a stream"
              : "no header of bzip2");
    }
    if (bits.length() > header + Integer.SIZE) {
      throw new BrokenSectionException("no block behind a header");
    }
    return new Border(level);
  }
}
