package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;

/** The commands on tables of NAS-Bench-101. */
class Nb101TableTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Hashes of spec section 4.3; parameters as published. */
  private static final List<String> LINES =
      List.of(
          "index,module_hash,num_vertices,adjacency,operations,trainable_params,"
              + "test_accuracy_108_mean",
          "0,043721b9c7fe8c5fad811d47d83132ec,2,0100,\"input,output\",882570,0.75",
          "1,53cee42601ad14d661bb6878031d6acb,3,010001000,\"input,maxpool3x3,output\",882570,0.5",
          "2,b49ac8c578b4561d79ac7087988f1c61,3,010001000,\"input,conv3x3-bn-relu,output\","
              + "10177674,0.875",
          "3,d1269d9156ddc027c40473008192958a,3,010001000,\"input,conv1x1-bn-relu,output\","
              + "1920138,0.625");

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void importCsv() throws IOException {
    Path source = Files.write(folder.resolve("modules.csv"), LINES);
    table = folder.resolve("nb101.h5");
    Cli done = Cli.run("import", source, "--format", "nb101-csv", "--to", table);
    assertThat(done.exitCode()).as(done.err()).isZero();
  }

  private Cli query(Path file, String architecture, String split, Object... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("query", file, architecture, "--dataset", "cifar10", "--split", split),
                Stream.of(more))
            .toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b49ac8c578b4561d79ac7087988f1c61",
        "B49AC8C578B4561D79AC7087988F1C61",
        "010001000:input,conv3x3-bn-relu,output",
        // The same after pruning the max pooling, which leads nowhere.
        "0110000000010000:input,maxpool3x3,conv3x3-bn-relu,output",
      })
  void aModuleIsFoundByHashAndAsWritten(String architecture) throws IOException {
    Cli answer = query(table, architecture, "test", "--schedule", 108, "--seeds", "mean", "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode json = JSON.readTree(answer.out());
    assertThat(json.get("hash").asText()).isEqualTo("b49ac8c578b4561d79ac7087988f1c61");
    assertThat(json.get("accuracyPercent").asDouble()).isEqualTo(87.5);
    assertThat(json.get("correct").asLong()).isEqualTo(26_208);
    assertThat(json.get("trainedOn").asText()).isEqualTo("cifar10-40k");
  }

  @Test
  void whatAPartialTableLacksIsNamed() {
    Cli answer =
        query(
            table,
            "b49ac8c578b4561d79ac7087988f1c61",
            "valid",
            "--schedule",
            108,
            "--seeds",
            "mean");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.err())
        .contains("cifar10-40k:valid:108:mean")
        .contains("holds cifar10-40k:test:108 at epoch 107, mean only");
  }

  @Test
  void itsDescriptionSaysThatItIsPartial() {
    Cli info = Cli.run("table", "info", table);
    assertThat(info.exitCode()).as(info.err()).isZero();
    assertThat(info.out())
        .contains("nb101, 4 of 423,624 architectures")
        .contains("This table is partial")
        .contains("cifar10-40k");
  }

  private Cli study(String search, String report, String rules) throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            name: partial
            table: %s
            runs: 2
            %s
            tasks: { name: t, search: '%s', report: '%s', budget: 3 evaluations }
            methods: random-search
            """
                .formatted(table, rules, search, report));
    return Cli.run("study", "run", plan, "--out", folder.resolve("study"));
  }

  @Test
  void aTestObjectiveMustBeAllowed() throws IOException {
    Cli refused = study("cifar10-40k:test:108", "cifar10-40k:test:108", "");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("contains test images", "allow-test-objective: true");
  }

  @Test
  void aTableWithoutValidationRefusesWhatNeedsItAndStampsEveryReport() throws IOException {
    Path source = RealData.file("nb101/nb101_test108_mean.csv.gz");
    Cli done = Cli.run("import", source, "--format", "nb101-csv", "--to", table, "--overwrite");
    assertThat(done.exitCode()).as(done.err()).isZero();
    Cli refused = study("cifar10-40k:valid:108", "cifar10-40k:108", "");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err())
        .contains("cifar10-40k:valid:108")
        .contains("no validation accuracy at all")
        .contains("allow-test-objective: true");
    Cli ran = study("cifar10-40k:test:108", "cifar10-40k:test:108", "allow-test-objective: true");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Path report = folder.resolve("report");
    Cli reported = Cli.run("report", folder.resolve("study"), "--out", report);
    assertThat(reported.exitCode()).as(reported.err()).isZero();
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.matches(".*[.](html|tex|csv|json)")) {
          names.add(name.substring(name.lastIndexOf('.') + 1));
          assertThat(file)
              .content()
              .contains("optimised test images", "reports no validation accuracy");
        }
      }
    }
    assertThat(names).contains("html", "tex", "csv", "json");
  }

  @Test
  void theGenuineRecordIsImportedAndAskedFor() throws IOException {
    Path source = RealData.file("nb101/one_record.tfrecord");
    Path genuine = folder.resolve("genuine.h5");
    Cli done = Cli.run("import", source, "--format", "nb101-tfrecord", "--to", genuine);
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Wrote 1 architectures");
    Cli answer =
        query(
            genuine,
            "00005c142e6f48ac74fdcf73e3439874",
            "valid",
            "--schedule",
            4,
            "--seeds",
            "each",
            "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode value = JSON.readTree(answer.out()).get("values").get(0);
    // 0.3489583432674408 in the record.
    assertThat(value.get("correct").asLong()).isEqualTo(3_484);
    assertThat(value.get("total").asLong()).isEqualTo(9_984);
    assertThat(value.get("trainingSeconds").asDouble()).isEqualTo((float) 89.904);
  }

  @Test
  void aDamagedFileLeavesWhatWasThere() throws IOException {
    byte[] before = Files.readAllBytes(table);
    Path source = folder.resolve("damaged.tfrecord");
    Files.write(source, new byte[] {20, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6});
    Cli failed =
        Cli.run("import", source, "--format", "nb101-tfrecord", "--to", table, "--overwrite");
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.err()).contains("damaged.tfrecord", "at byte 0", "checksum");
    assertThat(Files.readAllBytes(table)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("modules.csv", "nb101.h5", "damaged.tfrecord");
    }
  }
}
