package org.nasbench4j.data.bzip2;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Finds the sections of a file. */
final class Sections {
  /**
   * The most bytes of a section. A block of 900 kB has up to 20 bits for each of them, and tables.
   */
  static final int LONGEST = 4 << 20;

  private static final long MARK = (1L << Section.Kind.BITS) - 1;
  private static final int BUFFER = 1 << 16;
  // These eight bits of the window are of the mark wherever in the last byte it ends.
  private static final int INSIDE = 40;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final boolean[] promising = new boolean[1 << Byte.SIZE];
  private int at;
  private int limit;

  private long window;
  private long position; // in bits
  private long begin; // in bits
  private Section.Kind kind = Section.Kind.START;
  private byte[] bytes = new byte[BUFFER]; // from that of the first bit on
  private int size;
  private boolean ended;

  /**
   * Finds those of a file.
   *
   * @param in at the beginning
   */
  Sections(InputStream in) {
    this.in = in;
    for (int shift = 0; shift < Byte.SIZE; shift++) {
      promising[octet(Section.Kind.BLOCK.mark() << shift)] = true;
      promising[octet(Section.Kind.END.mark() << shift)] = true;
    }
  }

  private static int octet(long window) {
    return (int) (window >>> INSIDE) & 0xff;
  }

  /**
   * The next section, in time proportional to its length.
   *
   * @return empty behind the last one, which ends where the file ends or is longer than any can be
   * @throws IOException if the file cannot be read
   */
  Optional<Section> next() throws IOException {
    while (!ended && size <= LONGEST && available()) {
      advance(buffer[at++]);
      if (promising[octet(window)]) {
        Optional<Section> section = atMark();
        if (section.isPresent()) {
          return section;
        }
      }
    }
    boolean last = !ended && position > 0;
    ended = true;
    return last ? Optional.of(cut(position, kind)) : Optional.empty();
  }

  /** How many bytes of the file were read. */
  long place() {
    return position / Byte.SIZE;
  }

  private boolean available() throws IOException {
    if (at == limit) {
      at = 0;
      limit = Math.max(0, in.read(buffer, 0, BUFFER));
    }
    return at < limit;
  }

  private void advance(byte octet) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = octet;
    window = (window << Byte.SIZE) | (octet & 0xff);
    position += Byte.SIZE;
  }

  private Optional<Section> atMark() {
    for (int shift = Byte.SIZE - 1; shift >= 0; shift--) {
      long bits = (window >>> shift) & MARK;
      for (Section.Kind found : Section.Kind.values()) {
        if (bits == found.mark()) {
          return Optional.of(cut(position - shift - Section.Kind.BITS, found));
        }
      }
    }
    return Optional.empty();
  }

  // The section that ends there, where another one begins.
  private Section cut(long end, Section.Kind following) {
    long first = begin / Byte.SIZE;
    int whole = (int) ((end + Byte.SIZE - 1) / Byte.SIZE - first);
    Section section = new Section(kind, new Bits(begin, end, Arrays.copyOf(bytes, whole)));
    int gone = (int) (end / Byte.SIZE - first);
    System.arraycopy(bytes, gone, bytes, 0, size - gone);
    size -= gone;
    begin = end;
    kind = following;
    return section;
  }
}
