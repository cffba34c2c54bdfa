package org.nasbench4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Published data that lies outside the project, in the folder that NASBENCH4J_DATA names. */
public final class RealData {
  private static final String VARIABLE = "NASBENCH4J_DATA";

  private RealData() {}

  /**
   * A file of the folder. Skips the calling test if the variable is unset, and fails it if the
   * variable names no folder.
   */
  public static Path file(String path) {
    String folder = System.getenv(VARIABLE);
    assumeTrue(folder != null, VARIABLE + " is not set, so there is no published data to read");
    assertThat(Path.of(folder)).as(VARIABLE).isDirectory();
    return Path.of(folder).resolve(path);
  }
}
