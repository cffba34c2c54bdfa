package org.nasbench4j.data.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * An array of bytes in the IDX format: two zeros, the type 8, the number of axes, the length of
 * each as four bytes, big-endian, and the elements.
 *
 * @param path the file
 * @param axes the length of each axis
 * @param bytes the elements
 */
@SuppressWarnings("ArrayRecordComponent") // pixels on their way into an image set; never compared
record IdxFile(Path path, List<Integer> axes, byte[] bytes) {
  private static final int UNSIGNED_BYTES = 8;
  private static final long MOST_BYTES = 1L << 30;
  private static final int GZIP_MAGIC = 0x1f8b;

  // Reads a file, plain or gzipped.
  static IdxFile read(Path path, int axes) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
      return decompressed(path, axes, file);
    }
  }

  // Reads a file from a stream that can mark; the path is for messages.
  static IdxFile decompressed(Path path, int axes, InputStream file) throws IOException {
    try {
      return read(path, axes, isGzip(file) ? new GZIPInputStream(file) : file);
    } catch (EOFException | ZipException e) {
      throw new MalformedTableException(
          path, "the gzip data break off or are damaged (%s)".formatted(e.getMessage()), e);
    }
  }

  // Writes a gzipped file; equal elements give equal bytes.
  static void write(Path path, List<Integer> axes, byte[] bytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(headerBytes(axes.size()));
    header.putInt(UNSIGNED_BYTES << Byte.SIZE | axes.size());
    axes.forEach(header::putInt);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(header.array());
      out.write(bytes);
    }
  }

  private static boolean isGzip(InputStream file) throws IOException {
    file.mark(Short.BYTES);
    int magic = file.read() << Byte.SIZE | file.read();
    file.reset();
    return magic == GZIP_MAGIC;
  }

  private static IdxFile read(Path path, int axes, InputStream in) throws IOException {
    int magic = header(path, 0, 1, in).getInt();
    int expected = UNSIGNED_BYTES << Byte.SIZE | axes;
    if (magic != expected) {
      throw new UnsupportedTableException(
          "the IDX type 0x%08x in %s".formatted(magic, path),
          "bytes with %d axes, 0x%08x".formatted(axes, expected));
    }
    ByteBuffer header = header(path, Integer.BYTES, axes, in);
    List<Integer> lengths = Stream.generate(header::getInt).limit(axes).toList();
    return new IdxFile(path, lengths, elements(path, lengths, in));
  }

  private static ByteBuffer header(Path path, int offset, int numbers, InputStream in)
      throws IOException {
    byte[] bytes = in.readNBytes(numbers * Integer.BYTES);
    if (bytes.length < numbers * Integer.BYTES) {
      throw new MalformedTableException(
          path, new AtByte(offset + bytes.length), "it ends in its header");
    }
    return ByteBuffer.wrap(bytes);
  }

  // The array grows with what is really there, so an announced length alone allocates nothing.
  private static byte[] elements(Path path, List<Integer> lengths, InputStream in)
      throws IOException {
    int size = size(path, lengths);
    byte[] bytes = in.readNBytes(size);
    long end = headerBytes(lengths.size()) + (long) bytes.length;
    if (bytes.length < size) {
      throw new MalformedTableException(
          path, new AtByte(end), "it ends after %d of %d elements".formatted(bytes.length, size));
    }
    if (in.read() >= 0) {
      throw new MalformedTableException(
          path, new AtByte(end), "there are bytes behind the last element");
    }
    return bytes;
  }

  private static int size(Path path, List<Integer> lengths) {
    long size = 1;
    for (int length : lengths) {
      size *= Integer.toUnsignedLong(length);
      if (length < 0 || size > MOST_BYTES) {
        throw new UnsupportedTableException(
            "an array of shape %s in %s".formatted(lengths, path), "arrays of at most 1 GiB");
      }
    }
    return (int) size;
  }

  private static int headerBytes(int axes) {
    return Integer.BYTES * (1 + axes);
  }

  int axis(int number) {
    return axes.get(number);
  }

  // Where an element stands in the file, after any decompression.
  long offset(int element) {
    return headerBytes(axes.size()) + (long) element;
  }
}
