package org.nasbench4j.cli.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.nasbench4j.cli.option.TableInput;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.cli.program.JsonOutput;
import org.nasbench4j.cli.program.LateProgress;
import org.nasbench4j.doctor.Diagnosis;
import org.nasbench4j.doctor.Doctor;
import org.nasbench4j.doctor.Severity;
import org.nasbench4j.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what in a table leads to wrong conclusions.",
    footer = {
      "",
      "An error is a contradiction in the table; a warning is true to its source and misleads whoever"
          + " does not know; a note is worth knowing.",
      "",
      "Exit codes: 0 nothing as bad as --fail-on, 1 something is.",
      "",
      "Example: nasbench doctor nb201.h5",
      "In scripts: nasbench doctor nb201.h5 --json --fail-on warning"
    })
public final class DoctorCommand implements Callable<Integer> {

  @Mixin private TableInput input = new TableInput();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit with 1 from which findings on: error, warning or note. Default: ${DEFAULT-VALUE}.")
  private String failOn = Severity.ERROR.id();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Severity limit = Severity.parse(failOn);
    Diagnosis diagnosis = examine(input.open());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonOutput.print(out, DiagnosisJson.of(diagnosis));
    } else {
      DiagnosisText.print(out, diagnosis);
    }
    return (diagnosis.hasAtLeast(limit) ? ExitCode.CHECK_FAILED : ExitCode.DONE).code();
  }

  private static Diagnosis examine(Table table) {
    Doctor doctor = new Doctor();
    try (LateProgress progress = new LateProgress("doctor", "checks", doctor.checks().size())) {
      return doctor.examine(table, (done, total) -> progress.stepTo(done));
    }
  }
}
