package org.nasbench4j.table;

import java.nio.file.Path;

/** Bytes that break the rules of their format. */
public final class MalformedTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final transient FilePlace place;

  /**
   * Creates the exception for a file as a whole.
   *
   * @param path the file
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   */
  public MalformedTableException(Path path, String reason) {
    this(path, new FilePlace.Whole(), reason);
  }

  /**
   * Creates the exception for a file as a whole, with its cause.
   *
   * @param path the file
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   * @param cause what a library said
   */
  public MalformedTableException(Path path, String reason, Throwable cause) {
    this(path, new FilePlace.Whole(), reason, cause);
  }

  /**
   * Creates the exception.
   *
   * @param path the file
   * @param place where in it the trouble was found
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   */
  public MalformedTableException(Path path, FilePlace place, String reason) {
    super(message(path, place, reason));
    this.path = path;
    this.place = place;
  }

  /**
   * Creates the exception with its cause.
   *
   * @param path the file
   * @param place where in it the trouble was found
   * @param reason what is wrong; control characters are written out, and after a thousand
   *     characters it is cut
   * @param cause what a library said
   */
  public MalformedTableException(Path path, FilePlace place, String reason, Throwable cause) {
    super(message(path, place, reason), cause);
    this.path = path;
    this.place = place;
  }

  private static String message(Path path, FilePlace place, String reason) {
    String where = place instanceof FilePlace.Whole ? "" : " at " + place;
    return "%s is malformed%s: %s".formatted(path, where, OneLine.of(reason));
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
   * @return a byte, a line, or the whole file
   */
  public FilePlace place() {
    return place;
  }
}
