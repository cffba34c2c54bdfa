package org.nasbench4j.data.bzip2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * A block.
 *
 * @param checksum of what it holds, as it says itself
 * @param content what it holds
 */
record Block(int checksum, InputStream content) {
  // Usual blocks have less. One that is all runs has 45 MB.
  private static final int HELD = 2 << 20;
  private static final int HEADER = 4;

  /**
   * Decompresses a block by itself and holds it to its checksum.
   *
   * @param section its bits
   * @param level of its stream
   * @return what it holds; if that is more than 2 MiB, it is decompressed once more, by whoever
   *     reads it
   * @throws BrokenSectionException if it is damaged, or these are not all its bits
   */
  static Block of(Section section, int level) throws BrokenSectionException {
    byte[] stream = stream(section, level);
    try (InputStream in = decompressor(stream)) {
      byte[] content = in.readNBytes(HELD);
      long more = in.transferTo(OutputStream.nullOutputStream());
      return new Block(
          section.checksum(), more == 0 ? new ByteArrayInputStream(content) : decompressor(stream));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new BrokenSectionException(e);
    }
  }

  private static InputStream decompressor(byte[] stream) throws IOException {
    return new BZip2CompressorInputStream(new ByteArrayInputStream(stream));
  }

  // A stream of this block alone.
  private static byte[] stream(Section section, int level) throws BrokenSectionException {
    int length = section.bits().length();
    if (length < Section.HEAD) {
      throw new BrokenSectionException("unexpected end");
    }
    byte[] stream = new byte[HEADER + (length + Section.HEAD + Byte.SIZE - 1) / Byte.SIZE];
    ByteBuffer.wrap(stream).put(new byte[] {'B', 'Z', 'h', (byte) ('0' + level)});
    section.bits().copyTo(stream, HEADER);
    byte[] end =
        ByteBuffer.allocate(Section.HEAD / Byte.SIZE)
            .putShort((short) (Section.Kind.END.mark() >>> Integer.SIZE))
            .putInt((int) Section.Kind.END.mark())
            .putInt(section.checksum())
            .array();
    insert(end, stream, HEADER + length / Byte.SIZE, length % Byte.SIZE);
    return stream;
  }

  private static void insert(byte[] bits, byte[] target, int at, int shift) {
    for (int i = 0; i < bits.length; i++) {
      int pair = (bits[i] & 0xff) << (Byte.SIZE - shift);
      target[at + i] |= (byte) (pair >>> Byte.SIZE);
      if (shift > 0) {
        target[at + i + 1] |= (byte) pair;
      }
    }
  }
}
