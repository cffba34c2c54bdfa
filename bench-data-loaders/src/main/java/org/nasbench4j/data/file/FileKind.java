package org.nasbench4j.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.nasbench4j.table.UnsupportedTableException;

/** What a file is, as far as its first bytes tell; for the messages of importers. */
public enum FileKind {
  /** TensorFlow's records: NAS-Bench-101 as published. */
  TFRECORD("a TFRecord file"),
  /** Compressed by gzip: a CSV file, for example. */
  GZIP("a file compressed by gzip"),
  /** Compressed by bzip2: a record of NATS-Bench, for example. */
  BZIP2("a file compressed by bzip2"),
  /** A zip archive: a checkpoint of PyTorch, for example. */
  ZIP("a zip archive"),
  /** HDF5: a table of this program, for example. */
  HDF5("an HDF5 file"),
  /** A pickle of Python. */
  PICKLE("a Python pickle"),
  /** HTML, as servers send it in place of what was asked for. */
  HTML("a web page, such as the one by which Google Drive asks before it sends a large file"),
  /** Printable characters. */
  TEXT("a text file"),
  /** No file. */
  FOLDER("a folder"),
  /** Nothing at all. */
  EMPTY("an empty file"),
  /** Anything else. */
  UNKNOWN("a file of an unknown kind");

  /** How many first bytes tell the kind. */
  public static final int BYTES = 16;

  /** So far into a file HTML is looked for: blank lines may stand before it. */
  private static final int BYTES_OF_HTML = 512;

  private static final long HDF5_SIGNATURE = 0x0a1a0a0d46444889L;
  private static final int GZIP_SIGNATURE = 0x8b1f;
  private static final int ZIP_SIGNATURE = 0x04034b50;
  private static final int BZIP2_SIGNATURE = 0x685a42;
  private static final int PICKLE_PROTOCOL = 0x80;
  private static final int LATEST_PROTOCOL = 5;

  private final String description;

  FileKind(String description) {
    this.description = description;
  }

  /**
   * Looks at a file's beginning.
   *
   * @param bytes the first {@link #BYTES} bytes or more, or the whole file
   * @return the kind
   */
  public static FileKind of(byte[] bytes) {
    if (bytes.length == 0) {
      return EMPTY;
    }
    if (isTfRecord(bytes)) {
      return TFRECORD;
    }
    ByteBuffer padded = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(bytes, 0, Math.min(bytes.length, BYTES));
    if (padded.getLong(0) == HDF5_SIGNATURE) {
      return HDF5;
    }
    if ((padded.getShort(0) & 0xffff) == GZIP_SIGNATURE) {
      return GZIP;
    }
    int first = padded.getInt(0);
    if (first == ZIP_SIGNATURE) {
      return ZIP;
    }
    if ((first & 0xffffff) == BZIP2_SIGNATURE) {
      return BZIP2;
    }
    if ((first & 0xff) == PICKLE_PROTOCOL && ((first >>> 8) & 0xff) <= LATEST_PROTOCOL) {
      return PICKLE;
    }
    if (isHtml(bytes)) {
      return HTML;
    }
    return isText(bytes) ? TEXT : UNKNOWN;
  }

  /**
   * Looks at a file's beginning.
   *
   * @param file a file or a folder
   * @return the kind
   * @throws IOException if it cannot be read
   */
  public static FileKind of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return FOLDER;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(BYTES_OF_HTML));
    }
  }

  /**
   * Requires that a file is of this kind.
   *
   * @param file a file or a folder
   * @param supported what can be read, in words
   * @throws IOException if it cannot be read
   * @throws UnsupportedTableException if it is of another kind
   */
  public void require(Path file, String supported) throws IOException {
    FileKind found = of(file);
    if (found != this) {
      throw new UnsupportedTableException("%s (%s)".formatted(found, file), supported);
    }
  }

  /**
   * The beginning of a file of this kind.
   *
   * @param file a file or a folder
   * @param length how many bytes
   * @return so many bytes, or all if there are fewer; empty if the file is of another kind
   * @throws IOException if it cannot be read
   */
  public Optional<byte[]> beginning(Path file, int length) throws IOException {
    if (of(file) != this) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(length));
    }
  }

  private static boolean isHtml(byte[] bytes) {
    int length = Math.min(bytes.length, BYTES_OF_HTML);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    String tag = start.strip().toLowerCase(Locale.ROOT);
    return tag.startsWith("<!doctype html") || tag.startsWith("<html");
  }

  private static boolean isTfRecord(byte[] bytes) {
    if (bytes.length < Long.BYTES + Integer.BYTES) {
      return false;
    }
    int found = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(Long.BYTES);
    return found == maskedCrc(bytes, 0, Long.BYTES);
  }

  /**
   * The checksum of TFRecord files.
   *
   * @param bytes holds what is checked
   * @param offset where it starts
   * @param length how long it is
   * @return CRC-32C, rotated right by 15 bits, plus 0xa282ead8
   */
  public static int maskedCrc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, BYTES); i++) {
      boolean space = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
      if (!space && (bytes[i] & 0xff) < ' ') {
        return false;
      }
    }
    return true;
  }

  /** In words, with an article. */
  @Override
  public String toString() {
    return description;
  }
}
