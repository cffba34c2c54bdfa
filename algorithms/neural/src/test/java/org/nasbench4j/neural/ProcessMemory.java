package org.nasbench4j.neural;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of a process, which it prints of itself and a test reads. */
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "megabytes: ";

  private ProcessMemory() {}

  /** Skips the test where the system does not tell. */
  public static void assumeReadable() {
    assumeTrue(Files.isReadable(STATUS), STATUS + " is not there, so memory cannot be read");
  }

  /**
   * Prints a line, where the system tells.
   *
   * @param field of the system's status, for example {@code VmRSS}
   * @throws IOException if it cannot be read
   */
  public static void print(String field) throws IOException {
    if (Files.isReadable(STATUS)) {
      System.out.println(LINE + megabytes(field));
    }
  }

  private static long megabytes(String field) throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a process printed.
   *
   * @param output all of its lines
   * @return megabytes, in their order
   */
  public static List<Long> of(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(LINE))
        .map(line -> Long.valueOf(line.substring(LINE.length())))
        .toList();
  }
}
