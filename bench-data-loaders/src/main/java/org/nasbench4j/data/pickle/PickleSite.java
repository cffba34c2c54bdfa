package org.nasbench4j.data.pickle;

import java.nio.file.Path;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * A place in a pickle, for error messages.
 *
 * @param path the file that the pickle came from
 * @param offset the byte in the pickle, after any decompression, counted from 0
 */
public record PickleSite(Path path, long offset) {

  /**
   * An exception for bytes that break the rules.
   *
   * @param reason what is wrong
   * @return the exception, to be thrown by the caller
   */
  public MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, offset, reason);
  }

  /**
   * An exception for a pickle that may be right but is not read.
   *
   * @param found what stands here
   * @param supported what can be read
   * @return the exception, to be thrown by the caller
   */
  public UnsupportedTableException unsupported(String found, String supported) {
    return new UnsupportedTableException(
        "%s at byte %d of %s".formatted(found, offset, path), supported);
  }

  // Fails if a size is above its limit.
  void requireAtMost(String what, long size, long limit) {
    if (size < 0 || size > limit) {
      throw malformed(
          "%s of %s exceeds the limit of %d".formatted(what, Long.toUnsignedString(size), limit));
    }
  }
}
