package org.nasbench4j.proxy;

/** A score needs a native engine or a device that this machine does not have. */
public final class EngineMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Reports what is missing.
   *
   * @param message what was asked for, what there is instead, and the way out
   */
  public EngineMissingException(String message) {
    super(message);
  }

  /**
   * Reports what could not be loaded.
   *
   * @param message what was asked for and the way out
   * @param cause what the engine said
   */
  public EngineMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
