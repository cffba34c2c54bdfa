package org.nasbench4j.data.bzip2;

/**
 * The bits from one mark of a bzip2 file to the next one. What looks like a mark may also stand
 * inside of a block, by chance or by intent: then a section is only a part of that block.
 *
 * @param kind by the mark at its beginning
 * @param bits the mark and what follows
 */
record Section(Kind kind, Bits bits) {
  /** The length of a mark and of the checksum behind it, in bits. */
  static final int HEAD = Kind.BITS + Integer.SIZE;

  /** What a mark announces. Marks are not aligned to bytes. */
  enum Kind {
    /** What stands before the first mark. */
    START(-1),
    /** A block; its mark are digits of pi. */
    BLOCK(0x314159265359L),
    /** The end of a stream; its mark are digits of pi's square root. */
    END(0x177245385090L);

    /** The length of a mark, in bits. */
    static final int BITS = 48;

    private final long mark;

    Kind(long mark) {
      this.mark = mark;
    }

    long mark() {
      return mark;
    }
  }

  /** The checksum behind the mark. */
  int checksum() {
    return bits.word(Kind.BITS);
  }

  Section join(Section next) {
    return new Section(kind, bits.join(next.bits));
  }
}
