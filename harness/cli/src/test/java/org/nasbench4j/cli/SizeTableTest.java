package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.RealData;

/** The commands on tables of NATS-Bench's size space. */
class SizeTableTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static Path table;

  @BeforeAll
  static void writeTable() throws IOException {
    table = folder.resolve("sizes.h5");
    SyntheticSizeTable.write(table);
  }

  private static Cli query(
      Path file, Object architecture, String dataset, String split, int epochs) {
    return Cli.run(
        "query",
        file,
        architecture,
        "--dataset",
        dataset,
        "--split",
        split,
        "--schedule",
        epochs,
        "--seeds",
        "mean",
        "--json");
  }

  private static JsonNode json(Cli answer) throws IOException {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JSON.readTree(answer.out());
  }

  private static Cli study(String name, String plan) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), plan);
    return Cli.run("study", "run", file, "--out", folder.resolve(name), "--data", folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "8:8:8:16:32"})
  void aNetworkIsFoundByIndexAndAsWritten(String architecture) throws IOException {
    JsonNode answer = json(query(table, architecture, "cifar10", "valid", 12));

    assertThat(answer.get("architecture").asText()).isEqualTo("8:8:8:16:32");
    assertThat(answer.get("seedCount").asInt()).isEqualTo(3);
    assertThat(answer.get("trainedOn").asText()).isEqualTo("cifar10-half");
  }

  @Test
  void aScheduleOfTheTopologySpaceIsAnsweredWithWhatThereIs() {
    Cli answer = query(table, "11", "cifar10", "valid", 200);

    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.err()).contains("cifar10-half:valid:200", "cifar10-half:valid:90");
  }

  @Test
  void itsDescriptionNamesTheSpace() {
    Cli info = Cli.run("table", "info", table);

    assertThat(info.exitCode()).as(info.err()).isZero();
    assertThat(info.out()).contains("nats-sss, 32,768 of 32,768 architectures");
  }

  @Test
  void theDoctorFindsNothingWrong() throws IOException {
    JsonNode found = json(Cli.run("doctor", table, "--json"));

    assertThat(found.get("errors").asInt()).isZero();
  }

  @Test
  void measuresAreCorrelated() throws IOException {
    JsonNode answer =
        json(
            Cli.run(
                "correlate",
                table,
                "--x",
                "cifar10:valid:12",
                "--y",
                "cifar10:test:90",
                "--resamples",
                20,
                "--json"));

    assertThat(answer.get("n").asInt()).isEqualTo(32_768);
    assertThat(answer.get("tauB").asDouble()).isGreaterThan(0.5);
  }

  @Test
  void everyMethodSearchesInThePublishedSetUp() throws IOException {
    Cli ran =
        study(
            "published",
            """
            name: all methods in the size space
            table: sizes
            preset: nats-sss
            datasets: [cifar10]
            runs: 3
            methods:
              - random-search
              - regularized-evolution
              - {method: regularized-evolution, preset: nats-sss}
              - reinforce
              - local-search
              - {method: rmi-nas, settings: {warm-up: 30, candidates: 50}}
            """);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Path report = folder.resolve("published-report");
    Cli reported = Cli.run("report", folder.resolve("published"), "--out", report);

    assertThat(reported.exitCode()).as(reported.err()).isZero();
    assertThat(report.resolve("report.html"))
        .content()
        .contains("all methods in the size space", "regularized-evolution-nats-sss", "rmi-nas");
    List<String> runs = Files.readAllLines(folder.resolve("published").resolve("runs.jsonl"));
    assertThat(runs).hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void countsOfNetworksAreSearchedInPlaceOfAccuracies() throws IOException {
    Cli ran =
        study(
            "counted",
            """
            name: counts
            table: sizes
            runs: 2
            tasks: {name: c10, search: 'cifar10:valid:12:mean', budget: 2000 seconds, report: 'cifar10:90'}
            proxies: [none, params, flops]
            proxy-budget: 40 evaluations
            methods: [random-search, local-search]
            """);

    assertThat(ran.exitCode()).as(ran.err()).isZero();
  }

  /** The official API's numbers after 90 epochs. */
  @ParameterizedTest
  @CsvSource({
    "0, cifar10, valid, 76.888",
    "0, cifar10, test, 79.79",
    "11, cifar10, valid, 83.724",
    "11, cifar10, test, 85.77",
    "11, cifar100, valid+test, 54.07",
    "11, imagenet16-120, valid, 25.666667",
  })
  void genuineRecordsAreImportedAndAsked(int network, String dataset, String split, double percent)
      throws IOException {
    Path genuine = folder.resolve("genuine.h5");
    Path source = RealData.file("natsbench/NATS-sss-v1_0-50262-simple");
    Cli done = Cli.run("import", source, "--to", genuine, "--overwrite");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("Wrote 2 architectures of nats-simple to");

    JsonNode answer = json(query(genuine, network, dataset, split, 90));

    assertThat(answer.get("accuracyPercent").asDouble()).isCloseTo(percent, within(1e-6));
    assertThat(answer.get("seedCount").asInt()).isEqualTo(1);
  }

  @Test
  void theDoctorFindsNoErrorInGenuineRecords() throws IOException {
    Path genuine = folder.resolve("examined.h5");
    Path source = RealData.file("natsbench/NATS-sss-v1_0-50262-simple");
    Cli.run("import", source, "--to", genuine);

    JsonNode found = json(Cli.run("doctor", genuine, "--json"));

    assertThat(found.get("errors").asInt()).isZero();
    assertThat(found.get("findings").findValuesAsText("check")).contains("completeness", "times");
  }
}
