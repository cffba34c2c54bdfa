package org.nasbench4j.io;

import java.io.IOException;

/** A line that was written whole is not what was written. */
public final class DamagedLineException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  DamagedLineException(long offset) {
    super("the line at byte %s is damaged".formatted(offset));
    this.offset = offset;
  }

  /**
   * Where the line starts.
   *
   * @return a byte offset
   */
  public long offset() {
    return offset;
  }
}
