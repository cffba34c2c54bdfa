package org.nasbench4j.data.nasbench101;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * The records of a TFRecord file, one after the other, in memory for one of them.
 *
 * <p>A record is its length in 8 bytes, the masked CRC-32C of these, the data, and the masked
 * CRC-32C of the data, all little-endian. Both checksums of every record are checked.
 */
final class TfRecordReader implements Closeable {

  static final String SUPPORTED = "uncompressed TFRecord files of NAS-Bench-101";

  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int TAIL = Integer.BYTES;

  /** The published records have some 400 bytes; a damaged length must not fill the memory. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int CHUNK = 1 << 20;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final MessageDigest sha256 = Sha256.digest();
  private final byte[] buffer = new byte[CHUNK + MOST_BYTES];
  private final ByteBuffer numbers = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);

  /** Where the next record starts in the buffer, and where what was read ends. */
  private int next;

  private int end;

  /** The offset in the file of the buffer's first byte. */
  private long start;

  private int length;

  private TfRecordReader(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.size = channel.size();
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   * @throws UnsupportedTableException if it does not begin as such files do
   */
  static TfRecordReader open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new UnsupportedTableException("%s (%s)".formatted(FileKind.FOLDER, path), SUPPORTED);
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    boolean opened = false;
    try {
      TfRecordReader reader = new TfRecordReader(path, channel);
      reader.requireKind();
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private void requireKind() throws IOException {
    fill(Math.toIntExact(Math.min(size, HEAD + 1L)));
    FileKind kind = FileKind.of(Arrays.copyOf(buffer, Math.min(end, FileKind.BYTES)));
    boolean plausible = end >= HEAD && Long.compareUnsigned(numbers.getLong(0), MOST_BYTES) <= 0;
    boolean array = end > HEAD && buffer[HEAD] == '[';
    boolean damaged = kind == FileKind.UNKNOWN && (plausible || array);
    if (kind != FileKind.TFRECORD && !damaged) {
      throw new UnsupportedTableException("%s (%s)".formatted(kind, path), SUPPORTED);
    }
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end of the file
   * @throws IOException if reading fails
   * @throws MalformedTableException if the record is cut off or does not match its checksums
   */
  boolean next() throws IOException {
    next += length == 0 ? 0 : HEAD + length + TAIL;
    length = 0;
    if (position() == size) {
      return false;
    }
    requireBytes(HEAD);
    requireCrc("length", 0, Long.BYTES);
    long announced = numbers.getLong(next);
    if (announced < 1 || announced > MOST_BYTES - HEAD - TAIL) {
      throw malformed("its record has %s bytes".formatted(Long.toUnsignedString(announced)));
    }
    int bytes = (int) announced;
    requireBytes(HEAD + bytes + TAIL);
    requireCrc("data", HEAD, bytes);
    length = bytes;
    return true;
  }

  private void requireBytes(int count) throws IOException {
    long left = size - position();
    if (left < count) {
      throw malformed(
          "its last record breaks off: %d bytes are needed, %d are left".formatted(count, left));
    }
    if (end - next < count) {
      fill(count);
    }
  }

  // Moves what is left to the buffer's start and reads on until there are so many bytes at least.
  private void fill(int count) throws IOException {
    System.arraycopy(buffer, next, buffer, 0, end - next);
    start += next;
    end -= next;
    next = 0;
    while (end < count) {
      int read = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
      if (read < 0) {
        throw malformed("it became shorter while it was read");
      }
      sha256.update(buffer, end, read);
      end += read;
    }
  }

  private void requireCrc(String what, int offset, int count) {
    int found = numbers.getInt(next + offset + count);
    int expected = FileKind.maskedCrc(buffer, next + offset, count);
    if (found != expected) {
      HexFormat hex = HexFormat.of();
      throw malformed(
          "the checksum of the %s of its record is %s, but the bytes have %s"
              .formatted(what, hex.toHexDigits(found), hex.toHexDigits(expected)));
    }
  }

  /** Holds the record's data, from {@link #offset} on, until the next one is read. */
  byte[] buffer() {
    return buffer;
  }

  int offset() {
    return next + HEAD;
  }

  int length() {
    return length;
  }

  /** Where the record starts in the file. */
  long position() {
    return start + next;
  }

  /** The bytes of the file. */
  long size() {
    return size;
  }

  /** The error for the record. */
  MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, new AtByte(position()), reason);
  }

  /** The SHA-256 of the file, after its end was reached; nothing may follow. */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
