package org.nasbench4j.data.bzip2;

import java.io.IOException;

/** A section is not what it should be, unless it is a part of one only. */
final class BrokenSectionException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenSectionException(String reason) {
    super(reason);
  }

  BrokenSectionException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
