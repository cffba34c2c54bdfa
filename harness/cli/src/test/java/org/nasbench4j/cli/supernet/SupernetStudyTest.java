package org.nasbench4j.cli.supernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.cli.SyntheticTable;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;

/** Searches by supernets in a study, live, beside random search. */
class SupernetStudyTest {
  private static final String PLAN =
      """
      name: supernets
      table: synthetic
      runs: 5
      seed: 4
      proxies: [none, params]
      tasks:
        - {name: cifar10, search: cifar10:valid:12, budget: 30 evaluations, report: cifar10:200}
      methods:
        - random-search
        - {method: vim-nas, preset: micro, runs: 2, settings: {images: 128, every: 1, samples: 3}}
        - {method: darts, preset: micro, runs: 1, settings: {images: 128, every: 1}}
      """;

  @TempDir private Path folder;
  private Path table;
  private Path plan;

  @BeforeEach
  void prepare() throws IOException {
    Engine.require();
    table = folder.resolve("synthetic.h5");
    SyntheticTable.write(table);
    plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
  }

  private Cli study(Path out, Object... more) {
    return study(1, out, more);
  }

  private Cli study(int workers, Path out, Object... more) {
    List<Object> command =
        new ArrayList<>(List.of("study", "run", plan, "--table", table, "--device", "cpu"));
    command.addAll(List.of("--workers", workers, "--out", out));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  private static List<RunRecord> runs(Path study, String method) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    new StudyFolder(study).forEachRun(runs::add);
    return runs.stream().filter(run -> run.method().equals(method)).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void supernetsAreMadeBesideTheStudyOnceForAllSignals() throws IOException {
    Path out = folder.resolve("study");
    assertThat(study(out).exitCode()).isZero();
    assertThat(names(folder.resolve("study-supernets")))
        .containsExactly(
            "darts-nb201-micro-1e-128i-seed4000",
            "vim-nas-nb201-micro-1e-128i-seed4000",
            "vim-nas-nb201-micro-1e-128i-seed4001");

    List<RunRecord> vimNas = runs(out, "vim-nas-micro");
    assertThat(vimNas).extracting(RunRecord::evaluations).containsExactly(2L, 2L, 5L, 5L);
    for (RunRecord run : vimNas) {
      assertThat(run.stop()).isEqualTo(RunRecord.Stop.FINISHED);
      assertThat(run.ledger().ownSeconds()).isPositive();
      assertThat(run.ledger().simulatedTrainingSeconds()).isZero();
    }
    RunRecord own = vimNas.get(0);
    RunRecord withProxy = vimNas.get(2);
    assertThat(own.recommendation().chooser()).isEqualTo(RunRecord.Chooser.METHOD);
    assertThat(withProxy.recommendation().chooser()).isEqualTo(RunRecord.Chooser.INCUMBENT);
    assertThat(withProxy.trials().rows()).startsWith(own.trials().rows());
    assertThat(withProxy.ledger().ownSeconds()).isEqualTo(own.ledger().ownSeconds());
    assertThat(runs(out, "darts-micro")).hasSize(2);

    StudyHeader.Method header = new StudyFolder(out).header().setup().methods().get(1);
    assertThat(header.runs()).isEqualTo(2);
    assertThat(header.ownWork()).startsWith("micro, PyTorch").contains("cpu");
    assertReported(out);
    assertFoundAgain(out);
  }

  private void assertReported(Path out) {
    Path report = folder.resolve("report");
    assertThat(Cli.run("report", out, "--out", report).exitCode()).isZero();
    assertThat(report.resolve("report.html"))
        .content()
        .contains(
            "Own work, s", "vim-nas-micro: micro, PyTorch", "(vim-nas-micro: 2, darts-micro: 1)");
  }

  /** Seconds, too, are those of the stored trainings, so that all bytes are the same. */
  private void assertFoundAgain(Path out) throws IOException {
    Path again = folder.resolve("again");
    Path supernets = folder.resolve("study-supernets");
    assertThat(study(again, "--supernets", supernets).exitCode()).isZero();
    assertThat(again.resolve("runs.jsonl")).hasSameBinaryContentAs(out.resolve("runs.jsonl"));
    assertThat(folder.resolve("again-supernets")).doesNotExist();
  }

  @Test
  void aStudyThatWasStoppedGoesOnWithTheTrainingsThatAreThere() throws IOException {
    Path whole = folder.resolve("whole");
    Path supernets = folder.resolve("supernets");
    assertThat(study(whole, "--supernets", supernets).exitCode()).isZero();
    Path stopped = Files.createDirectory(folder.resolve("stopped"));
    Files.copy(whole.resolve("study.json"), stopped.resolve("study.json"));
    Cli resumed =
        Cli.run(
            "study",
            "resume",
            stopped,
            "--table",
            table,
            "--device",
            "cpu",
            "--supernets",
            supernets);
    assertThat(resumed.exitCode()).isZero();
    assertThat(stopped.resolve("runs.jsonl")).hasSameBinaryContentAs(whole.resolve("runs.jsonl"));
  }

  @Test
  void aDamagedSupernetStopsTheStudyInOneLine() throws IOException {
    Path supernets = folder.resolve("supernets");
    Path training = supernets.resolve("vim-nas-nb201-micro-1e-128i-seed4000");
    Files.createDirectories(training);
    Files.writeString(training.resolve("result.json"), "{}");
    Cli failed = study(folder.resolve("study"), "--supernets", supernets);
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.errorLine()).contains("result.json", "no result of a training");
  }

  @Test
  void aSupernetThatLostStepsStopsTheStudyInOneLine() throws IOException {
    Path supernets = folder.resolve("supernets");
    assertThat(study(folder.resolve("study"), "--supernets", supernets).exitCode()).isZero();
    Path training = supernets.resolve("vim-nas-nb201-micro-1e-128i-seed4000");
    List<String> steps = Files.readAllLines(training.resolve("steps.jsonl"));
    Files.write(training.resolve("steps.jsonl"), steps.subList(0, 1));
    Cli failed = study(folder.resolve("again"), "--supernets", supernets);
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.errorLine()).contains("it has 1 steps, but the result has 2");
  }

  @Test
  void noWorkersAreAMistake() {
    assertThat(study(0, folder.resolve("study")).errorLine())
        .contains("--workers", "(0)", "at least 1");
  }
}
