package org.nasbench4j.data.bzip2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.nasbench4j.table.MalformedTableException;

/** Holds {@link Bzip2Stream} against Commons Compress, for a fuzzer. */
public final class Bzip2Forgeries {
  private static final int WORKERS = 2;
  private static final int MOST_READS = 32;
  private static final int MOST_BYTES = 1 << 17;

  private Bzip2Forgeries() {}

  /** Two blocks, and one with a mark inside. */
  public static Map<String, byte[]> seeds() {
    ForgedBlock plain = new ForgedBlock(ForgedBlock.noise(1, 9));
    ForgedBlock marked = new ForgedBlock(ForgedBlock.BLOCK + ForgedBlock.noise(2, 9));
    return Map.of(
        "blocks",
        ForgedBlock.stream(1, plain, plain),
        "mark",
        ForgedBlock.stream(9, marked, plain));
  }

  /**
   * Requires that the first bytes of a file are the same, or that both refuse it.
   *
   * @param path for messages
   * @param file of any bytes
   */
  public static void requireSame(Path path, byte[] file) throws IOException {
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    byte[] some = new byte[MOST_BYTES];
    try (InputStream in = new Bzip2Stream(path, new ByteArrayInputStream(file), WORKERS)) {
      int count = 0;
      for (int i = 0; i < MOST_READS && count >= 0; i++) {
        count = in.read(some);
        found.write(some, 0, Math.max(0, count));
      }
      Optional<byte[]> expected = expected(file, found.size() + (count < 0 ? 1 : 0));
      require(Arrays.equals(expected.orElse(null), found.toByteArray()));
    } catch (MalformedTableException e) {
      int most = MOST_READS * MOST_BYTES;
      require(expected(file, most).filter(bytes -> bytes.length < most).isEmpty());
    }
  }

  /** The first bytes, or empty if they are refused. */
  private static Optional<byte[]> expected(byte[] file, int length) {
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(file), true)) {
      return Optional.of(in.readNBytes(length));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static void require(boolean same) {
    if (!same) {
      throw new AssertionError("Two readers of bzip2 do not agree.");
    }
  }
}
