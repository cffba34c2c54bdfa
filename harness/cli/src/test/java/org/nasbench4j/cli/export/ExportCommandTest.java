package org.nasbench4j.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.Python;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableContent;

class ExportCommandTest {
  private static final String VALID_OF_999 = "cifar10-half:valid:200:999";

  @TempDir private static Path folder;
  private static Path file;
  private static Table table;

  @BeforeAll
  static void writeTable() throws IOException {
    file = folder.resolve("gaps.h5");
    Tables.store().write(GappyTable.content(), file);
    table = Tables.store().open(file);
  }

  private static Path export(String format, String name, Object... more) {
    Path out = folder.resolve(name);
    Cli done = run(format, out, more);
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).contains("Wrote 3 architectures to " + out);
    return out;
  }

  private static Cli run(String format, Path out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("export", file, "--format", format, "--out", out, "--overwrite"));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  private static List<String> names(Path csv) throws IOException {
    return List.of(Files.readAllLines(csv).get(0).split(",", -1));
  }

  private static String field(Path csv, int row, String name) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    return lines.get(row + 1).split(",", -1)[names(csv).indexOf(name)];
  }

  @Test
  void aRowIsAnArchitectureAndAColumnAMeasure() throws IOException {
    Path csv = export("csv", "plain.csv");

    assertThat(Files.readAllLines(csv)).hasSize(4);
    assertThat(names(csv))
        .startsWith("index", "architecture", "cifar10-half:valid:200:777")
        .contains(VALID_OF_999, "cifar10-all:test:200:mean", "params");
    assertThat(field(csv, 1, "index")).isEqualTo("9930");
    assertThat(field(csv, 1, "architecture")).isEqualTo(table.architecture(1).text());
  }

  @Test
  void everyNumberOfTheCsvIsReadBackAsItWas() throws IOException {
    Path csv = export("csv", "numbers.csv", "--epochs", "each");

    int checked = 0;
    for (String name : names(csv)) {
      if (name.contains(":") && !name.startsWith("derived:")) {
        checked += requireEqual(csv, name, table.accuracy(Query.parse(name)));
      }
    }
    assertThat(checked).isGreaterThan(10);
  }

  private static int requireEqual(Path csv, String name, Column column) throws IOException {
    for (int row = 0; row < table.rows(); row++) {
      String text = field(csv, row, name);
      assertThat(text.isEmpty()).as("%s of row %d", name, row).isEqualTo(!column.has(row));
      if (column.has(row)) {
        assertThat(Double.parseDouble(text)).isEqualTo(column.value(row));
      }
    }
    return table.rows();
  }

  @Test
  void whatWasNotMeasuredIsEmptyAndNotZero() throws IOException {
    Path csv = export("csv", "gaps.csv");

    assertThat(field(csv, 0, VALID_OF_999)).isEmpty();
    assertThat(field(csv, 1, VALID_OF_999)).isEqualTo("0");
    assertThat(field(csv, 2, "synflow-cifar10")).isEmpty();
    assertThat(field(csv, 1, "synflow-cifar10")).isEqualTo("-inf");
  }

  @Test
  void derivedNumbersSayThatTheyAre() throws IOException {
    assertThat(names(export("csv", "derived.csv")))
        .contains("derived:cifar100:test:200:777")
        .doesNotContain("cifar100:test:200:777");
    assertThat(names(export("csv", "seconds.csv", "--seconds")))
        .contains("training-seconds:cifar10-half:200", "derived:training-seconds:cifar100:200")
        .doesNotContain("training-seconds:cifar100:200");
  }

  @Test
  void theSelectionIsWhatComes() throws IOException {
    Path csv =
        export(
            "csv", "some.csv", "--dataset", "cifar10-half", "--split", "valid", "--seeds", "mean");

    assertThat(names(csv))
        .containsExactly(
            "index", "architecture", "cifar10-half:valid:200:mean", "params", "synflow-cifar10");
  }

  @Test
  void lossesAndSecondsComeWhereTheyAreAskedFor() throws IOException {
    Path csv = export("csv", "all.csv", "--losses", "--seconds");

    assertThat(field(csv, 0, "loss:cifar10-half:valid:200:777")).isEqualTo("0.5");
    assertThat(field(csv, 0, "training-seconds:cifar10-half:200")).isEqualTo("1400");
    assertThat(names(export("csv", "few.csv")))
        .noneMatch(name -> name.startsWith("loss") || name.startsWith("training-seconds"));
  }

  @Test
  void aNameThatEndsWithGzIsCompressed() throws IOException {
    Path plain = export("csv", "same.csv");
    Path packed = export("csv", "same.csv.gz");

    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(plain));
    }
  }

  @Test
  void theParquetFileHoldsTheSameNumbersAndNulls() throws IOException {
    Path parquet = export("parquet", "table.parquet", "--epochs", "each");

    List<Group> rows = read(parquet);
    assertThat(rows).hasSize(3);
    for (int row = 0; row < 3; row++) {
      Group group = rows.get(row);
      assertThat(group.getInteger("index", 0)).isEqualTo(List.of(0, 9930, 15_624).get(row));
      assertThat(group.getString("architecture", 0)).isEqualTo(table.architecture(row).text());
      requireEqual(group, row, VALID_OF_999, table.accuracy(Query.parse(VALID_OF_999)));
      requireEqual(
          group,
          row,
          "cifar10-half:valid:200@99:777",
          table.accuracy(Query.parse("cifar10-half:valid:200@99:777")));
      requireEqual(group, row, "synflow-cifar10", table.column("synflow-cifar10"));
    }
  }

  private static List<Group> read(Path parquet) throws IOException {
    List<Group> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new ParquetReader.Builder<Group>(
            new LocalInputFile(parquet), new PlainParquetConfiguration()) {
          @Override
          protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
          }
        }.withCodecFactory(new GunzipPages()).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static void requireEqual(Group group, int row, String name, Column column) {
    assertThat(group.getFieldRepetitionCount(name)).isEqualTo(column.has(row) ? 1 : 0);
    if (column.has(row)) {
      assertThat(group.getDouble(name, 0)).isEqualTo(column.value(row));
    }
  }

  @Test
  void pandasReadsTheCsv() throws IOException, InterruptedException {
    export("csv", "pandas.csv.gz");
    AccuracyColumn mean = table.accuracy(Query.parse("cifar10-all:test:200"));

    String printed =
        Python.run(
            folder,
            """
            import pandas
            t = pandas.read_csv("pandas.csv.gz", index_col="index", float_precision="round_trip")
            print(t["cifar10-all:test:200:mean"][9930])
            print(t["%s"].isna().sum(), t["synflow-cifar10"][9930])
            """
                .formatted(VALID_OF_999),
            "pandas");

    assertThat(printed.lines()).containsExactly(String.valueOf(mean.value(1)), "1 -inf");
  }

  @Test
  void arrowReadsTheParquetFile() throws IOException, InterruptedException {
    export("parquet", "arrow.parquet");
    AccuracyColumn mean = table.accuracy(Query.parse("cifar10-all:test:200"));

    String printed =
        Python.run(
            folder,
            """
            import pyarrow.parquet
            t = pyarrow.parquet.read_table("arrow.parquet")
            print(t["cifar10-all:test:200:mean"][1], t["%s"][0])
            print(t.schema.metadata[b"nasbench4j.content"].decode())
            """
                .formatted(VALID_OF_999),
            "pyarrow");

    assertThat(printed.lines())
        .containsExactly(mean.value(1) + " None", table.info().contentHash());
  }

  @Test
  void naslibGetsListsByEpoch() throws IOException {
    Path json =
        export("naslib-json", "naslib.json", "--split", "valid", "--dataset", "cifar10-half");

    JsonNode dictionary = new JsonMapper().readTree(json.toFile());
    JsonNode training = dictionary.get(table.architecture(0).text()).get("cifar10-valid");
    JsonNode evaluated = training.get("eval_acc1es");
    assertThat(evaluated).hasSize(200);
    assertThat(evaluated.get(0).isNull()).isTrue();
    assertThat(evaluated.get(199).doubleValue())
        .isEqualTo(table.accuracy(Query.parse("cifar10-half:valid:200")).value(0));
    assertThat(training.get("eval_losses").get(199).doubleValue()).isEqualTo(0.5);
    assertThat(training.has("train_acc1es")).isFalse();
    assertThat(training.get("cost_info").get("train_time").doubleValue()).isEqualTo(7);
    assertThat(training.get("cost_info").get("params").doubleValue()).isEqualTo(0.129306);
  }

  @Test
  void countsOfCifar10AreNotTakenForThoseOfAnotherDataSet() throws IOException {
    Path json = export("naslib-json", "other.json", "--split", "test", "--dataset", "cifar100");

    JsonNode dictionary = new JsonMapper().readTree(json.toFile());
    JsonNode costs = dictionary.get(table.architecture(0).text()).get("cifar100").get("cost_info");
    assertThat(costs.has("params")).isFalse();
  }

  // NASLib's own test fixture, as its spec says: "nb201_cifar10_full_training", architecture 0.
  @Test
  void theGenuineRecordCostsWhatNaslibSays() throws IOException {
    Path source = RealData.file("natsbench/NATS-tss-v1_0-3ffb9-simple");
    Path nats = folder.resolve("nats.h5");
    assertThat(Cli.run("import", source, "--to", nats, "--overwrite").exitCode()).isZero();
    Path json = folder.resolve("nats.json.gz");

    Cli done =
        Cli.run(
            "export",
            nats,
            "--format",
            "naslib-json",
            "--split",
            "valid",
            "--schedule",
            200,
            "--dataset",
            "cifar10-half",
            "--out",
            json);

    assertThat(done.exitCode()).as(done.err()).isZero();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(json))) {
      JsonNode dictionary = new JsonMapper().readTree(in);
      JsonNode training =
          dictionary.get(new Nb201Space().architecture(0).text()).get("cifar10-valid");
      JsonNode costs = training.get("cost_info");
      assertThat(costs.get("flops").doubleValue()).isEqualTo(15.64737);
      assertThat(costs.get("params").doubleValue()).isEqualTo(0.129306);
      assertThat(costs.get("latency").doubleValue()).isEqualTo(0.0139359758611311);
      assertThat(costs.get("train_time").doubleValue()).isEqualTo(7.221092998981476);
      assertThat(training.get("train_acc1es")).hasSize(200).noneMatch(JsonNode::isNull);
      // NATS-Bench, index 0: 81.982667, the mean of three seeds.
      assertThat(training.get("eval_acc1es").get(199).doubleValue())
          .isEqualTo(81.982667, within(5e-7));
    }
  }

  @Test
  void naslibMustBeToldWhatItEvaluatesOn() {
    Cli refused = run("naslib-json", folder.resolve("no.json"), "--schedule", 200);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("--split valid, test or valid+test");
  }

  @Test
  void naslibHasNoRoomForEachSeed() {
    Cli refused =
        run("naslib-json", folder.resolve("no.json"), "--split", "valid", "--seeds", "each");

    assertThat(refused.errorLine()).contains("(each)", "mean or one seed");
  }

  @Test
  void aFileThatIsThereIsNotReplacedUnasked() throws IOException {
    Path out = Files.writeString(folder.resolve("there.csv"), "mine");

    Cli refused = Cli.run("export", file, "--format", "csv", "--out", out);

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine()).contains("there.csv", "--overwrite");
    assertThat(out).hasContent("mine");
  }

  @Test
  void aSelectionOfNothingIsNoEmptyFile() {
    Path out = folder.resolve("nothing.csv");

    Cli refused = run("csv", out, "--dataset", "imagenet16-120");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("nothing of this selection");
    assertThat(out).doesNotExist();
  }

  @Test
  void aSeedThatTheTableLacksIsNoFileWithoutAccuracies() {
    Path out = folder.resolve("nothing.csv");

    Cli refused = run("csv", out, "--seeds", 12345);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("seed 12345", "the seeds [777, 999]");
    Cli naslib = run("naslib-json", out, "--split", "valid", "--schedule", 200, "--seeds", 111);
    assertThat(naslib.exitCode()).isEqualTo(3);
    assertThat(naslib.errorLine()).contains("seed 111", "the seeds [777, 999]");
    assertThat(out).doesNotExist();
  }

  @Test
  void aSeedThatSomeTrainingsLackLeavesThemOut() throws IOException {
    assertThat(names(export("csv", "seed.csv", "--seeds", 999)))
        .contains(VALID_OF_999)
        .noneMatch(name -> name.contains("cifar100"));
  }

  @Test
  void naslibRefusesOptionsOfOtherFormats() {
    Path out = folder.resolve("no.json");

    for (Object[] more : new Object[][] {{"--epochs", "bogus"}, {"--losses"}, {"--seconds"}}) {
      Cli refused = run("naslib-json", out, more);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.errorLine()).contains("(naslib-json)", more[0].toString());
    }
  }

  @Test
  void aTableWithoutAccuraciesIsNothingForNaslib() throws IOException {
    Path scores = folder.resolve("scores.h5");
    TableContent content =
        new TableContent(
            "nb201",
            "invented",
            List.of("invented numbers"),
            new RowNames.Indexed(new int[] {0}),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(Map.of("params", new double[] {1})),
            List.of());
    Tables.store().write(content, scores);

    Cli refused =
        Cli.run("export", scores, "--format", "naslib-json", "--out", folder.resolve("no.json"));

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.errorLine()).contains("has no accuracies", "csv or parquet");
  }

  @Test
  void theTableThatIsReadIsNotReplaced() throws IOException {
    byte[] before = Files.readAllBytes(file);

    Cli refused =
        run("csv", folder.resolve("." + folder.getFileSystem().getSeparator() + "gaps.h5"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errorLine()).contains("gaps.h5", "the one that is read");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aFolderIsNoFileToWrite() throws IOException {
    Path out = Files.createDirectory(folder.resolve("adir"));

    Cli refused = run("parquet", out);

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.errorLine()).endsWith("adir: is a folder, not a file");
  }

  @Test
  void wordsThatAreUnknownAreMistakesOfTheCommandLine() {
    Path out = folder.resolve("nothing.csv");

    assertThat(run("excel", out).errorLine()).contains("(excel)", "csv, parquet or naslib-json");
    assertThat(run("csv", out, "--epochs", "all").errorLine()).contains("(all)", "last or each");
    assertThat(run("csv", out, "--dataset", "mnist").exitCode()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }
}
