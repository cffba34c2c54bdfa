package org.nasbench4j.cli.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.nasbench4j.proxy.EngineMissingException;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.UnsupportedTableException;
import picocli.CommandLine;

/** What the process returns. */
public enum ExitCode {
  /** Everything was done. */
  DONE(0),
  /** A check found something wrong, or the program itself is wrong. */
  CHECK_FAILED(1),
  /** The command line or the plan makes no sense. */
  USAGE(2),
  /** The data is damaged, of another kind, or does not hold what was asked for. */
  BAD_DATA(3),
  /** Reading or writing failed. */
  IO(4),
  /** A native engine is missing. */
  ENGINE_MISSING(5),
  /** The memory did not suffice. */
  OUT_OF_MEMORY(6);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /**
   * What the operating system sees.
   *
   * @return 0 to 6
   */
  public int code() {
    return code;
  }

  /**
   * Says what kind of failure this is.
   *
   * @param failure what a command ended with
   * @return {@link #CHECK_FAILED} if nothing else fits
   */
  public static ExitCode of(Throwable failure) {
    if (failure instanceof CommandLine.ParameterException
        || failure instanceof IllegalArgumentException) {
      return USAGE;
    }
    if (failure instanceof MalformedTableException
        || failure instanceof UnsupportedTableException
        || failure instanceof MissingRecordException) {
      return BAD_DATA;
    }
    if (failure instanceof OutOfMemoryError) {
      return OUT_OF_MEMORY;
    }
    if (failure instanceof EngineMissingException) {
      return ENGINE_MISSING;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return IO;
    }
    return CHECK_FAILED;
  }
}
