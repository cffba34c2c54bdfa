package org.nasbench4j.data.fetch;

import java.io.IOException;

/** A server stopped sending before the end. */
final class BrokenConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenConnectionException(IOException cause) {
    super("the connection broke", cause);
  }
}
