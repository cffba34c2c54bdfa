package org.nasbench4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs the command line inside the test and keeps what it printed. */
public record Cli(int exitCode, String out, String err) {

  public static Cli run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = List.of(arguments).stream().map(String::valueOf).toArray(String[]::new);
    int exitCode = command.execute(texts);
    return new Cli(exitCode, out.toString(), err.toString());
  }

  /** The error, which must be one line. */
  public String errorLine() {
    List<String> lines = err.lines().filter(line -> line.startsWith("nasbench: ")).toList();
    if (lines.size() != 1) {
      throw new AssertionError("Expected one line of error, but got: " + err);
    }
    return lines.get(0);
  }
}
