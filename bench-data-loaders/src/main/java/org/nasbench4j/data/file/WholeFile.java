package org.nasbench4j.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nasbench4j.table.MalformedTableException;

/** Files that are small enough to be read at once. */
public final class WholeFile {
  /** The largest published CSV file has 18 MB when it is compressed. */
  public static final int LARGEST_CSV = 256 << 20;

  private WholeFile() {}

  /**
   * Reads a file.
   *
   * @param file no folder
   * @param limit the most bytes it may have
   * @return all of them
   * @throws MalformedTableException if there are more; nothing is read then
   * @throws IOException if it cannot be read
   */
  public static byte[] read(Path file, int limit) throws IOException {
    long size = Files.size(file);
    if (size > limit) {
      throw new MalformedTableException(
          file, "it has %d bytes, above the limit of %d".formatted(size, limit));
    }
    return Files.readAllBytes(file);
  }
}
