package org.nasbench4j.jmh.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasbench4j.table.MalformedTableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code jmh-compare} command. */
@Command(
    name = "jmh-compare",
    exitCodeOnExecutionException = CompareMain.BROKEN,
    description = {
      "Says which benchmarks got slower from A to B.",
      "",
      "A difference counts if it exceeds the threshold, if Welch's t-test over the iterations"
          + " finds it significant (p < 0.05), and if every fork of one file lies on the same side"
          + " of every fork of the other. A larger difference that fails these tests is noisy:"
          + " measure longer.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 nothing got slower, 1 something did, 2 usage, 3 a file cannot be read or is"
          + " no JMH result, 4 internal error. More allocation is shown, but is no failure."
    })
public final class CompareMain implements Callable<Integer> {

  private static final int SLOWER = 1;
  private static final int BAD_FILE = 3;

  /** The comparison itself is wrong; the exit code 1 would accuse a benchmark. */
  static final int BROKEN = 4;

  private static final double PERCENT = 100;

  @Parameters(index = "0", paramLabel = "A.json", description = "The result to compare with.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "B.json", description = "The new result.")
  private Path after = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "The smallest change that counts. Default: ${DEFAULT-VALUE}.")
  private double threshold;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help text.")
  @SuppressWarnings("UnusedVariable") // its presence makes picocli print the help
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private CompareMain() {}

  /**
   * Compares two files and exits with the code that the help text explains.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new CompareMain())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((failure, command, result) -> fail(failure, command));
  }

  @Override
  public Integer call() throws IOException {
    Judge judge = judge();
    Comparison comparison = Comparer.compare(JmhFile.read(before), JmhFile.read(after), judge);
    PrintWriter err = spec.commandLine().getErr();
    comparison.warnings().forEach(warning -> err.println("Warning: " + warning));
    err.flush();
    print(Aspect.SPEED, comparison.speed());
    print(Aspect.ALLOCATION, comparison.allocation());
    return comparison.hasSlower() ? SLOWER : 0;
  }

  private Judge judge() {
    try {
      return new Judge(threshold / PERCENT);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void print(Aspect aspect, List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(List.of(aspect.title(), "mode", "unit", " A", " B", " B/A", "verdict"));
    lines.forEach(line -> table.add(line.cells(aspect)));
    PrintWriter out = spec.commandLine().getOut();
    table.lines().forEach(out::println);
    out.println();
    out.flush();
  }

  private static int fail(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof MalformedTableException || failure instanceof IOException) {
      String line = message(failure).replaceAll("\\s*\\R\\s*", " ");
      command.getErr().println("jmh-compare: " + line);
      command.getErr().flush();
      return BAD_FILE;
    }
    throw failure;
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied";
    }
    return String.valueOf(failure.getMessage());
  }
}
