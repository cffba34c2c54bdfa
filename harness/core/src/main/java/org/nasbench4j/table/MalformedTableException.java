package org.nasbench4j.table;

import java.nio.file.Path;

/** Bytes that break the rules of their format. */
public final class MalformedTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final long offset;

  /**
   * Creates the exception.
   *
   * @param path the file
   * @param offset the byte (or, in a text file, the line) where the trouble was found; negative if
   *     it concerns the whole file
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   */
  public MalformedTableException(Path path, long offset, String reason) {
    super(message(path, offset, reason));
    this.path = path;
    this.offset = offset;
  }

  /**
   * Creates the exception with its cause.
   *
   * @param path the file
   * @param offset the byte where the trouble was found; negative if it concerns the whole file
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   * @param cause what a library said
   */
  public MalformedTableException(Path path, long offset, String reason, Throwable cause) {
    super(message(path, offset, reason), cause);
    this.path = path;
    this.offset = offset;
  }

  private static String message(Path path, long offset, String reason) {
    return offset < 0
        ? "%s is malformed: %s".formatted(path, OneLine.of(reason))
        : "%s is malformed at %d: %s".formatted(path, offset, OneLine.of(reason));
  }

  /**
   * The file.
   *
   * @return its path
   */
  public Path path() {
    return path;
  }

  /**
   * Where in the file.
   *
   * @return a byte offset or line, negative for the whole file
   */
  public long offset() {
    return offset;
  }
}
