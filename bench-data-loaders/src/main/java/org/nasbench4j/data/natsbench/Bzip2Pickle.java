package org.nasbench4j.data.natsbench;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.table.MalformedTableException;

/**
 * One {@code .pickle.pbz2} file.
 *
 * @param name the file's name
 * @param sha256 of the compressed bytes
 * @param value the pickle's value
 */
record Bzip2Pickle(String name, String sha256, Object value) {
  /** Forty times the largest file of the folder. */
  private static final long LARGEST_FILE = 4L << 20;

  static Bzip2Pickle read(Path path, PickleReader reader) throws IOException {
    byte[] bytes = compressedBytes(path);
    try (InputStream in = new Decompressed(path, bytes)) {
      return new Bzip2Pickle(path.getFileName().toString(), sha256(bytes), reader.read(path, in));
    }
  }

  private static byte[] compressedBytes(Path path) throws IOException {
    if (Files.size(path) > LARGEST_FILE) {
      throw new MalformedTableException(
          path, -1, "the file exceeds the limit of %d bytes".formatted(LARGEST_FILE));
    }
    return Files.readAllBytes(path);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** All trouble of the decompression is trouble with the bytes: they are in memory already. */
  private static final class Decompressed extends FilterInputStream {
    private final Path path;

    Decompressed(Path path, byte[] bytes) {
      super(open(path, bytes));
      this.path = path;
    }

    private static InputStream open(Path path, byte[] bytes) {
      try {
        return new BZip2CompressorInputStream(new ByteArrayInputStream(bytes), true);
      } catch (IOException e) {
        throw malformed(path, e);
      }
    }

    @Override
    public int read() {
      try {
        return in.read();
      } catch (IOException | IndexOutOfBoundsException e) {
        throw malformed(path, e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        return in.read(buffer, offset, length);
      } catch (IOException | IndexOutOfBoundsException e) {
        throw malformed(path, e);
      }
    }

    private static MalformedTableException malformed(Path path, Exception cause) {
      return new MalformedTableException(
          path, -1, "the bzip2 data are broken (%s)".formatted(cause.getMessage()), cause);
    }
  }
}
