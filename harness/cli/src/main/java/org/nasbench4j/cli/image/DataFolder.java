package org.nasbench4j.cli.image;

import java.nio.file.Path;

/** The folder with published data that the user's environment names. */
final class DataFolder {
  private static final String VARIABLE = "NASBENCH4J_DATA";

  private DataFolder() {}

  /** The default of an option that was not given. */
  static Path file(String option, String file) {
    String data = System.getenv(VARIABLE);
    if (data == null) {
      throw new UnknownPlaceException(option, VARIABLE);
    }
    return Path.of(data).resolve(file);
  }
}
