package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Python on this machine, for tests of what it can read. */
public final class Python {

  /** Debian's own first: its packages are not seen by another Python on the path. */
  private static final List<String> NAMES = List.of("/usr/bin/python3", "python3");

  private Python() {}

  /**
   * Runs a program where Python has certain modules.
   *
   * @return what it printed
   */
  public static String run(Path folder, String program, String... modules)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(withModules(modules), "-c", program)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = printed(process);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  private static String withModules(String... modules) throws IOException, InterruptedException {
    String imports = "import " + String.join(", ", modules);
    for (String name : NAMES) {
      if (succeeds(name, imports)) {
        return name;
      }
    }
    assumeTrue(false, "no Python here has " + String.join(" and ", modules));
    return "";
  }

  private static boolean succeeds(String name, String program)
      throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(name, "-c", program).redirectErrorStream(true).start();
      printed(process);
      return process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String printed(Process process) throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return printed;
  }
}
