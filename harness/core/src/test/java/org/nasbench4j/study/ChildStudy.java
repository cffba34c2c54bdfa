package org.nasbench4j.study;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A study in a process of its own: {@code run|resume folder threads gate}. Prints the number of
 * recorded runs after each, and waits at the gate until its standard input ends.
 */
final class ChildStudy {
  /** Long enough to be killed in the middle: 1,200 runs. */
  static final String PLAN = Studies.PLAN.replace("runs: 4", "runs: 300");

  static final int RUNS = 1_200;
  static final int IO_FAILURE = 4;

  private ChildStudy() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    int gate = Integer.parseInt(args[3]);
    StudyProgress progress =
        (done, total) -> {
          out.println(done);
          if (done == gate) {
            awaitEndOfInput();
          }
        };
    StudyRunner runner = new StudyRunner(Integer.parseInt(args[2]), System::nanoTime, progress);
    Path folder = Path.of(args[1]);
    try {
      if (args[0].equals("run")) {
        runner.run(Studies.study(PLAN), Studies.PROVENANCE, folder);
      } else {
        runner.resume(Studies.study(PLAN), folder);
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(IO_FAILURE);
    }
  }

  private static void awaitEndOfInput() {
    try {
      System.in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
