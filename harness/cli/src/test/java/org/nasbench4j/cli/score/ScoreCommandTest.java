package org.nasbench4j.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.cli.SyntheticTable;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.cli.program.Terminal;
import org.nasbench4j.table.Table;

/** Scoring with the reference network that comes with the program, on real images. */
class ScoreCommandTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameTheFile() {
    out = folder.resolve("scores.h5");
  }

  private static void assumeEngineAndData() {
    assertThat(RealData.file("teacher")).isDirectory();
    Engine.require();
  }

  private Cli score(String archs, int workers, Path file) {
    return Cli.run(
        "score",
        "--preset",
        "micro",
        "--archs",
        archs,
        "--device",
        "cpu",
        "--workers",
        workers,
        "--out",
        file);
  }

  @Test
  void scoresAreTheSameWithOneWorkerAndTwo() {
    assumeEngineAndData();
    Path other = folder.resolve("other.h5");
    assertThat(score("random:8:3", 1, out).exitCode()).isZero();
    assertThat(score("random:8:3", 2, other).exitCode()).isZero();
    assertThat(losses(out)).hasSizeGreaterThan(8).isEqualTo(losses(other));
  }

  private static List<String> losses(Path file) {
    return Cli.run("score", "show", file, "--csv")
        .out()
        .lines()
        .map(line -> String.join(",", line.split(",", -1)[0], line.split(",", -1)[1]))
        .toList();
  }

  @Test
  void moreArchitecturesAreScoredIntoTheSameFile() throws IOException {
    assumeEngineAndData();
    Path cells = Files.write(folder.resolve("cells.txt"), List.of("333133", "9930", "000000"));
    Cli first = score(cells.toString(), 2, out);
    assertThat(first.err()).contains("Wrote 2 scores");
    Files.write(cells, List.of("333133", "421211"));
    assertThat(score(cells.toString(), 2, out).err()).contains("Wrote 3 scores");
    Cli shown = Cli.run("score", "show", out);
    assertThat(shown.out()).contains("rmi-micro", "3 functions were scored");
  }

  @Test
  void otherSettingsNeedAnotherFile() {
    assumeEngineAndData();
    assertThat(score("random:1:1", 1, out).exitCode()).isZero();
    Cli refused =
        Cli.run(
            "score",
            "--preset",
            "micro",
            "--archs",
            "random:1:1",
            "--device",
            "cpu",
            "--seed",
            2,
            "--out",
            out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("seed=1", "seed=2", "another file");
  }

  // Begun before score headers had versions.
  @Test
  void theCommittedScoresCanBeResumed() throws IOException {
    assumeEngineAndData();
    Path committed = Path.of("..", "..", "docs", "results", "rmi-fast.h5.journal");
    Files.copy(committed, folder.resolve("scores.h5.journal"));
    long lines;
    try (Stream<String> all = Files.lines(committed)) {
      lines = all.count();
    }
    // The second score of the file.
    Path cells = Files.write(folder.resolve("cells.txt"), List.of("5568"));
    Cli resumed =
        Cli.run(
            "score",
            "--preset",
            "fast",
            "--archs",
            cells,
            "--teacher",
            RealData.file("teacher/resnet20-12fca82f.th"),
            "--device",
            "cpu",
            "--out",
            out);
    assertThat(resumed.err()).contains("Wrote %d scores".formatted(lines - 1));
    assertThat(Cli.run("score", "show", out).out()).contains("rmi-fast-rmi-it25");
  }

  @Test
  void countsNeedNeitherEngineNorImages() {
    Cli scored = Cli.run("score", "--proxy", "params", "--archs", "random:40:1", "--out", out);
    assertThat(scored.err()).as(scored.err()).contains("Wrote 40 scores");
    assertThat(Cli.run("score", "show", out).out()).contains("params", "40 cells were scored");
  }

  // #0 has 129,306 parameters with three colours: the stem of one has 2 * 3 * 3 * 16 less.
  @Test
  void countsAreThoseOfTheDataSetsOwnNetworks() throws IOException {
    Path cells = Files.write(folder.resolve("cells.txt"), List.of("0"));
    Cli.run(
        "score", "--proxy", "params", "--dataset", "fashion-mnist", "--archs", cells, "--out", out);
    assertThat(Cli.run("score", "show", out, "--csv").out())
        .contains("params-fashion-mnist")
        .contains("129018.0");
  }

  @Test
  void synapticFlowNeedsNoImages() throws IOException {
    Engine.require();
    Path cells = Files.write(folder.resolve("cells.txt"), List.of("9930", "000000"));
    Cli scored =
        Cli.run(
            "score",
            "--proxy",
            "synflow",
            "--preset",
            "micro",
            "--dataset",
            "fashion-mnist",
            "--archs",
            cells,
            "--device",
            "cpu",
            "--out",
            out);
    assertThat(scored.err()).contains("Wrote 2 scores");
    assertThat(Cli.run("score", "show", out, "--csv").out())
        .contains("synflow-micro-fashion-mnist", "-Infinity");
  }

  @Test
  void shortTrainingsNeedNeitherDataNorTestImages() throws IOException {
    Engine.require();
    // One edge that copies, from input to output.
    Path cells = Files.write(folder.resolve("cells.txt"), List.of("000100"));
    Cli scored =
        Cli.run(
            "score",
            "--proxy",
            "micro-train",
            "--inits",
            2,
            "--archs",
            cells,
            "--device",
            "cpu",
            "--out",
            out);
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    Table table = Tables.store().open(out);
    int row = table.row(table.space().parse("000100"));
    // Of ten classes; a linear layer on the pixels alone reaches more than half.
    assertThat(table.column("micro-train").value(row)).isBetween(50.0, 100.0);
    assertThat(table.column("micro-train-seconds").value(row)).isPositive();
    assertThat(table.columns())
        .contains("micro-train-valid-epoch1")
        .noneMatch(column -> column.contains("test"));
  }

  @Test
  void progressDoesNotCountWhatWasThereBefore() {
    try (ProgressBar bar = Terminal.progressBar("test", "scores", 10, 4)) {
      assertThat(bar.getStart()).isEqualTo(4);
      assertThat(bar.getCurrent()).isEqualTo(4);
    }
  }

  @Test
  void aGpuThatIsNotThereIsSaidAndNothingElseIsTaken() {
    assumeEngineAndData();
    Cli answer = Cli.run("score", "--preset", "micro", "--device", "gpu:7", "--out", out);
    assertThat(answer.exitCode()).isEqualTo(5);
    assertThat(answer.errorLine()).contains("gpu:7");
    assertThat(out).doesNotExist();
  }

  @Test
  void imagesThatAreNowhereAreAnsweredWithThoseOfTheProgram() {
    assumeTrue(
        System.getenv("NASBENCH4J_DATA") == null,
        "NASBENCH4J_DATA is set, so the folder with images is known");
    Engine.require();
    Cli refused = Cli.run("score", "--preset", "fast", "--device", "cpu", "--out", out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine())
        .contains("--images is not given", "NASBENCH4J_DATA", "--dataset fashion-mnist-14");
  }

  @Test
  void mistakesAreOneLine() {
    assertThat(Cli.run("score").exitCode()).isEqualTo(2);
    assertThat(Cli.run("score", "--out", out, "--proxy", "grasp").errorLine())
        .contains("grasp", "jacob-cov, micro-train, params, flops");
    assertThat(Cli.run("score", "--out", out, "--archs", "random:0:1").errorLine())
        .contains("1..15625");
    assertThat(Cli.run("score", "--out", out, "--preset", "huge").errorLine()).contains("huge");
    assertThat(Cli.run("score", "--out", out, "--inits", 0).errorLine()).contains("inits");
    assertThat(Cli.run("score", "--out", out, "--dataset", "svhn").errorLine())
        .contains("cifar10 or fashion-mnist");
    assertThat(Cli.run("score", "--out", out, "--proxy", "snip", "--batch", 1).errorLine())
        .contains("at least 2");
    assertThat(Cli.run("score", "--out", out, "--proxy", "params", "--batch", 8).errorLine())
        .contains("Leave --preset and --batch out");
    assertThat(Cli.run("score", "--out", out, "--proxy", "micro-train", "--batch", 8).errorLine())
        .contains("Leave --batch out");
    assertThat(
            Cli.run("score", "--out", out, "--proxy", "micro-train", "--seed", 3_000_000_000L)
                .errorLine())
        .contains("seeds (3000000000");
    assertThat(
            Cli.run("score", "--out", out, "--proxy", "micro-train", "--dataset", "cifar10")
                .errorLine())
        .contains("(cifar10)", "fashion-mnist-14");
  }

  @Test
  void aSearchStopsWithTheListOfMissingScoresOrComputesThem() throws IOException {
    assumeEngineAndData();
    SyntheticTable.write(folder.resolve("synthetic.h5"));
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            name: live
            table: synthetic
            runs: 2
            tasks: {name: c10, search: rmi-micro, budget: 3 evaluations, report: 'cifar10:200'}
            methods: [random-search, reinforce]
            """);
    assertThat(score("random:2:3", 1, out).exitCode()).isZero();
    Cli refused = study("run", plan, "refused");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("rmi-micro", "of 15,625", "--live", "--archs");
    assertThat(folder.resolve("refused")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("refused-missing.txt")))
        .hasSizeGreaterThan(15_000)
        .first()
        .asString()
        .startsWith("|");
    Cli live = study("run", plan, "live", "--live", "--device", "cpu", "--workers", "2");
    assertThat(live.exitCode()).as(live.err()).isZero();
    List<String> journal = Files.readAllLines(folder.resolve("scores.h5.journal"));
    assertThat(journal).hasSizeBetween(4, 1 + 2 + 12);
    assertThat(study("run", plan, "again", "--live", "--device", "cpu").exitCode()).isZero();
    assertThat(folder.resolve("again").resolve("runs.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("live").resolve("runs.jsonl"));
  }

  private Cli study(String verb, Path plan, String name, Object... options) {
    List<Object> arguments =
        new ArrayList<>(List.of("study", verb, plan, "--data", folder, "--scores", out, "--out"));
    arguments.add(folder.resolve(name));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray());
  }
}
