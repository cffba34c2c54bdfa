package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.StudyFolder;

/**
 * RMI-NAS with a perfect score on the published NAS-Bench-201 numbers: the objective is the very
 * accuracy that is reported. A simulation by other code (20 runs, the same forest) scored 237 +- 14
 * architectures and returned cells of 94.31 +- 0.14 %.
 */
class RmiNasOracleTest {
  private static final int RUNS = 20;
  private static final String PLAN =
      """
      name: RMI-NAS with a perfect score
      table: nb201
      runs: %d
      allow-test-objective: true
      tasks:
        - {name: perfect, search: cifar10:test:200, budget: 2000 evaluations, report: cifar10:200}
      methods:
        - rmi-nas
      """
          .formatted(RUNS);

  @TempDir private static Path folder;

  @Test
  void findsTheCellsThatThePaperReports() throws IOException {
    List<RunRecord> runs = runs();
    assertThat(runs)
        .hasSize(RUNS)
        .extracting(RunRecord::stop)
        .containsOnly(RunRecord.Stop.FINISHED);
    double evaluations = runs.stream().mapToLong(RunRecord::evaluations).average().orElseThrow();
    double test =
        runs.stream()
            .mapToDouble(run -> run.recommendation().targets().get(0).test())
            .average()
            .orElseThrow();
    assertThat(evaluations).isBetween(215.0, 265.0);
    assertThat(test).isBetween(94.15, 94.4);
  }

  private static List<RunRecord> runs() throws IOException {
    Path source = RealData.file("nb201");
    Path table = folder.resolve("nb201.h5");
    Cli done = Cli.run("import", source, "--format", "nb201-csv", "--to", table);
    assertThat(done.exitCode()).as(done.err()).isZero();
    Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
    Path study = folder.resolve("study");
    Cli ran = Cli.run("study", "run", plan, "--out", study, "--table", table);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    List<RunRecord> runs = new ArrayList<>();
    new StudyFolder(study).forEachRun(runs::add);
    return runs;
  }
}
