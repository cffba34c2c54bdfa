package org.nasbench4j.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.reports.ReportWriter;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.format.Headlines;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Turns a finished study into HTML, LaTeX, CSV and JSON, and prints its verdicts.")
public final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder of the study.")
  private Path study = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "Where the report goes; files of an earlier report are replaced.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Report report = StudyReport.of(new StudyFolder(study));
    ReportWriter.write(report, out);
    Headlines.of(report).forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getErr().println("Wrote " + out.resolve("report.html"));
    return ExitCode.DONE.code();
  }
}
