package org.nasbench4j.cli.image;

/** It was not said where images are, and there is no folder in which they usually are. */
public final class UnknownPlaceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownPlaceException(String option, String variable) {
    super(
        "The option %s is not given, and %s, the folder to look in, is not set."
            .formatted(option, variable));
  }
}
