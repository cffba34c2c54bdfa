package org.nasbench4j.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.cli.MadeImages;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.training.EpochChoice;
import org.nasbench4j.training.SeedResults;
import org.nasbench4j.training.SplitSizes;
import org.nasbench4j.training.TrainedArchitecture;
import org.nasbench4j.training.TrainedContent;
import org.nasbench4j.training.TrainedEpoch;
import org.nasbench4j.training.TrainedSchedule;
import org.nasbench4j.training.TrainingHeader;

/** Tiny trainings on a few made images in Fashion-MNIST's form. */
class TableTrainCommandTest {
  @TempDir private Path folder;
  private Path out;
  private Path cells;

  @BeforeEach
  void makeImages() throws IOException {
    MadeImages.write(folder, 140, 40);
    out = folder.resolve("tiny.h5");
    cells = choose("421211", "303101", "000000");
  }

  private Path choose(String... digits) throws IOException {
    return Files.write(folder.resolve("cells.txt"), List.of(digits));
  }

  private Cli train(Path file, Object archs, Object... more) {
    return train(2, file, archs, more);
  }

  private Cli train(int seeds, Path file, Object archs, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("table", "train", "--images", folder));
    arguments.addAll(List.of("--train-images", 96, "--eval-images", 40, "--schedules", "1,2"));
    arguments.addAll(List.of("--seeds", seeds, "--archs", archs, "--device", "cpu", "--out", file));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  private static List<Number> numbers(Path file) throws IOException {
    Table table = Tables.store().open(file);
    List<Number> numbers = new ArrayList<>();
    for (String query : List.of("train:1:0", "valid:1:1", "valid:2:0", "test:2:1")) {
      Query wanted = Query.parse("fashion-mnist-14:" + query);
      for (int row = 0; row < table.rows(); row++) {
        numbers.add(table.accuracy(wanted).value(row));
        numbers.add(table.loss(wanted).value(row));
      }
    }
    return numbers;
  }

  @Test
  void aTrainedTableAnswersQueriesAndSaysWhatIsMissing() throws IOException {
    Engine.require();
    Cli trained = train(out, cells, "--workers", 2);
    assertThat(trained.err())
        .as(trained.err())
        .contains("Wrote the trainings of 3 of 5260 functions");
    String info = Cli.run("table", "info", out).out();
    assertThat(info)
        .contains("3 of 5,260 functions", "are missing", "fashion-mnist-14", "0 1")
        .contains("params", "cosine from rate 0.1")
        .contains("nasbench table train --train-images=96 --eval-images=40")
        .doesNotContain("--out", "--images", "--workers");
    // The cells without any path are a function of 341 cells.
    assertThat(Tables.store().open(out).rows()).isGreaterThan(341);
    String answer =
        Cli.run(
                "query",
                out,
                "000000",
                "--dataset",
                "fashion-mnist-14",
                "--split",
                "valid",
                "--schedule",
                2,
                "--epoch",
                0,
                "--seeds",
                "each")
            .out();
    assertThat(answer).contains("seed 0", "seed 1", "40");
    Cli correlated =
        Cli.run(
            "correlate", out, "--x", "fashion-mnist-14:valid:1", "--y", "fashion-mnist-14:test:2");
    assertThat(correlated.exitCode()).as(correlated.err()).isZero();
    Cli some =
        Cli.run(
            "correlate",
            out,
            "--x",
            "fashion-mnist-14:valid:1",
            "--y",
            "fashion-mnist-14:test:2",
            "--archs",
            choose("421211", "333133", "303101", "000000"),
            "--missing",
            "skip",
            "--json");
    assertThat(some.out()).as(some.err()).contains("\"n\" : 3");
    Cli absent =
        Cli.run(
            "query",
            out,
            "333133",
            "--dataset",
            "fashion-mnist-14",
            "--split",
            "valid",
            "--schedule",
            2,
            "--seeds",
            "mean");
    assertThat(absent.exitCode()).isEqualTo(3);
    assertThat(absent.errorLine()).contains("does not hold");
  }

  @Test
  void aKilledTrainingGoesOnToTheSameNumbers() throws IOException {
    Engine.require();
    assertThat(train(out, cells, "--workers", 1).exitCode()).isZero();
    List<Number> whole = numbers(out);
    Path journal = folder.resolve("tiny.h5.journal");
    byte[] bytes = Files.readAllBytes(journal);
    // Killed in the middle of a line.
    Files.write(journal, Arrays.copyOf(bytes, bytes.length - 200));
    Files.delete(out);
    assertThat(train(out, cells, "--workers", 2).exitCode()).isZero();
    assertThat(numbers(out)).isEqualTo(whole);
    assertThat(Files.readAllLines(journal)).hasSize(4);
  }

  @Test
  void moreCellsAreTrainedIntoTheSameTableAndOtherSettingsAreNot() throws IOException {
    Engine.require();
    train(out, choose("421211"));
    assertThat(train(out, choose("303101")).err()).contains("Wrote the trainings of 2 of");
    Cli refused = train(3, out, cells);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("seeds=[0, 1]", "seeds=[0, 1, 2]", "another file");
  }

  // Stem 36 + 8, residual blocks 928 and 3,648, last normalisation 32, linear layer 170.
  @Test
  void countsAreThoseOfEachCellsOwnNetwork() throws IOException {
    Engine.require();
    train(out, choose("000000"));
    Table table = Tables.store().open(out);
    int row = table.row(table.space().parse("000000"));
    assertThat(table.column("params").value(row)).isEqualTo(4_822);
  }

  // Invented numbers for all functions, so that the test takes no hour.
  private static TableContent wholeContent() {
    Nb201Space space = new Nb201Space();
    FunctionClasses classes = new FunctionClasses(space);
    Map<Integer, TrainedArchitecture> records = new TreeMap<>();
    for (int function = 0; function < classes.count(); function++) {
      int index = space.index(classes.representative(function));
      SeedResults results = new SeedResults(List.of(index % 97), List.of(1f));
      TrainedSchedule schedule =
          new TrainedSchedule(List.of(new TrainedEpoch(results, results, results)), 1, 1, 1);
      records.put(index, new TrainedArchitecture(index, List.of(schedule)));
    }
    return TrainedContent.of(
        new TrainingHeader(
            "nb201",
            "fashion-mnist-14",
            1,
            List.of(1),
            EpochChoice.EACH,
            List.of(0),
            new SplitSizes(100, 100, 100),
            new TreeMap<>()),
        records,
        new TrainedContent.Sharing(
            Math.toIntExact(space.size()),
            classes.count(),
            index -> space.index(classes.representativeOf(space.architecture(index)))),
        new TrainedContent.Extras("train", EpochChoice.EACH, new TreeMap<>(), List.of()));
  }

  @Test
  void scoresBecomeColumnsOfTheTable() throws IOException {
    Engine.require();
    Path scores = folder.resolve("scores.h5");
    Cli scored = Cli.run("score", "--proxy", "params", "--archs", cells, "--out", scores);
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(train(out, cells, "--scores", scores).errorLine()).contains("(params) already");
    assertThat(out).doesNotExist();

    Path flow = folder.resolve("flow.h5");
    Cli other =
        Cli.run(
            "score",
            "--proxy",
            "synflow",
            "--preset",
            "micro",
            "--archs",
            choose("421211"),
            "--dataset",
            "fashion-mnist-14",
            "--device",
            "cpu",
            "--out",
            flow);
    assertThat(other.exitCode()).as(other.err()).isZero();
    Path all = choose("421211", "303101", "000000");
    Cli trained = train(out, all, "--scores", flow, "--losses", "never");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    Table table = Tables.store().open(out);
    assertThat(table.columns()).hasSize(4).anyMatch(name -> name.startsWith("synflow"));
    String name = table.columns().get(2);
    assertThat(table.column(name).has(table.row(table.space().parse("421211")))).isTrue();
    assertThat(table.column(name).has(table.row(table.space().parse("000000")))).isFalse();
    assertThat(table.info().notes().toString()).contains("Trained: 3 of 5,260", name + ": version");
  }

  @Test
  void measuresOfTwoTablesAreCompared() throws IOException {
    Path whole = folder.resolve("whole.h5");
    Tables.store().write(wholeContent(), whole);
    Path scores = folder.resolve("scores.h5");
    Cli scored = Cli.run("score", "--proxy", "params", "--archs", "random:50:1", "--out", scores);
    assertThat(scored.exitCode()).as(scored.err()).isZero();
    Cli run =
        Cli.run(
            "correlate",
            scores,
            "--x",
            "fashion-mnist-14:valid:1",
            "--x-from",
            whole,
            "--y",
            "params");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("fashion-mnist-14:valid:1:mean of whole");
    Cli lacking =
        Cli.run(
            "correlate",
            whole,
            "--x",
            "params",
            "--x-from",
            scores,
            "--y",
            "fashion-mnist-14:valid:1");
    assertThat(lacking.exitCode()).isEqualTo(3);
    assertThat(lacking.errorLine()).contains("lack (params of scores)", "--missing skip");
    Cli skipped =
        Cli.run(
            "correlate",
            whole,
            "--x",
            "params",
            "--x-from",
            scores,
            "--y",
            "fashion-mnist-14:valid:1",
            "--missing",
            "skip");
    assertThat(skipped.out()).as(skipped.err()).contains("params of scores", "more lack a measure");
  }

  @Test
  void studiesSearchATrainedTable() throws IOException {
    Tables.store().write(wholeContent(), out);
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            name: tiny
            table: tiny
            runs: 2
            tasks:
              - {name: by-looks, search: 'fashion-mnist-14:valid:1', budget: 20 evaluations, report: 'fashion-mnist-14:1'}
              - {name: by-time, search: 'fashion-mnist-14:valid:1', budget: 20 seconds, report: 'fashion-mnist-14:1'}
            methods: [random-search, local-search]
            """);
    Path study = folder.resolve("study");
    Cli run = Cli.run("study", "run", plan, "--data", folder, "--out", study);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Cli report = Cli.run("report", study, "--out", folder.resolve("report"));
    assertThat(report.exitCode()).as(report.err()).isZero();
  }

  @Test
  void mistakesAreOneLineAndNothingIsWritten() {
    assertThat(Cli.run("table").errorLine()).contains("info, train or images");
    assertThat(Cli.run("table", "train").errorLine()).contains("--out");
    assertThat(train(out, cells, "--space", "nb101").errorLine()).contains("(nb101)", "nb201");
    assertThat(train(out, cells, "--dataset", "cifar10").errorLine()).contains("fashion-mnist");
    assertThat(train(out, cells, "--preset", "huge").errorLine()).contains("(huge)", "micro");
    assertThat(train(out, cells, "--rate", "-1").errorLine()).contains("rate (-1.0)");
    assertThat(train(out, cells, "--side", 7).errorLine()).contains("--side 14");
    assertThat(train(0, out, cells).errorLine()).contains("seeds (0)");
    assertThat(train(out, "random:0:1").errorLine()).contains("1..15625");
    assertThat(out).doesNotExist();
  }

  @Test
  void cellsLearnTheImagesThatComeWithTheProgram() throws IOException {
    Engine.require();
    Cli trained =
        Cli.run(
            "table",
            "train",
            "--train-images",
            1_000,
            "--eval-images",
            500,
            "--schedules",
            1,
            "--archs",
            choose("333133", "211023", "000000"),
            "--device",
            "cpu",
            "--out",
            out);
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    Table table = Tables.store().open(out);
    Query query = Query.parse("fashion-mnist-14:test:1:mean");
    int good = table.row(table.space().parse("333133"));
    assertThat(table.accuracy(query).value(good)).isGreaterThan(30);
  }
}
