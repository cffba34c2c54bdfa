package org.nasbench4j.cli;

import org.nasbench4j.cli.doctor.DoctorCommand;
import org.nasbench4j.cli.export.ExportCommand;
import org.nasbench4j.cli.program.Version;
import org.nasbench4j.cli.query.CorrelateCommand;
import org.nasbench4j.cli.query.DistributionCommand;
import org.nasbench4j.cli.query.QueryCommand;
import org.nasbench4j.cli.score.ScoreCommand;
import org.nasbench4j.cli.space.SpaceCommand;
import org.nasbench4j.cli.study.MethodsCommand;
import org.nasbench4j.cli.study.ReportCommand;
import org.nasbench4j.cli.study.StudyCommand;
import org.nasbench4j.cli.supernet.SupernetCommand;
import org.nasbench4j.cli.table.FetchCommand;
import org.nasbench4j.cli.table.ImportCommand;
import org.nasbench4j.cli.table.TableCommand;
import org.nasbench4j.cli.teacher.TeacherCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code nasbench} command. */
@Command(
    name = "nasbench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Opens tabular neural-architecture-search benchmarks, runs searches over them, and reports"
          + " regret and rank correlation.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 check failed, 2 usage, 3 bad data, 4 input/output, 5 engine missing,",
      "6 out of memory.",
      "Data goes to standard output; progress and warnings go to standard error."
    },
    subcommands = {
      FetchCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      TableCommand.class,
      DoctorCommand.class,
      QueryCommand.class,
      CorrelateCommand.class,
      DistributionCommand.class,
      SpaceCommand.class,
      MethodsCommand.class,
      ScoreCommand.class,
      TeacherCommand.class,
      SupernetCommand.class,
      StudyCommand.class,
      ReportCommand.class
    })
public final class Main implements Runnable {

  @Option(
      names = "--stack-trace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean stackTrace;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(run(commandLine(), arguments));
  }

  // Errors pass the handler of exceptions by.
  static int run(CommandLine command, String... arguments) {
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError e) {
      return Failures.outOfMemory(command, e);
    }
  }

  /**
   * The command line, for tests and documentation.
   *
   * @return a new instance
   */
  static CommandLine commandLine() {
    Failures failures = new Failures();
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  static boolean wantsStackTrace(ParseResult result) {
    return result.commandSpec().userObject() instanceof Main main && main.stackTrace;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
