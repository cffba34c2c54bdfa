package org.nasbench4j.table;

/** A measurement that the table does not hold; the message says what it holds instead. */
public final class MissingRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is missing and what exists
   */
  public MissingRecordException(String message) {
    super(message);
  }
}
