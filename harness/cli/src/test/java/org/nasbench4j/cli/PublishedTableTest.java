package org.nasbench4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;

/** The commands on the published NAS-Bench-201 numbers. */
class PublishedTableTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static Path table;

  @BeforeAll
  static void importTable() {
    Path source = RealData.file("nb201");
    table = folder.resolve("nb201.h5");
    Cli done = Cli.run("import", source, "--format", "nb201-csv", "--to", table);
    assertThat(done.exitCode()).as(done.err()).isZero();
  }

  private static JsonNode json(Cli answer) throws IOException {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JSON.readTree(answer.out());
  }

  /** Means over seeds of the NATS-Bench records, by the benchmark's own API. */
  @ParameterizedTest
  @CsvSource({
    "0, cifar10, valid, 81.982667",
    "0, cifar10, test, 85.863333",
    "0, cifar100, valid, 52.7",
    "0, cifar100, test, 52.913333",
    "0, cifar100, valid+test, 52.806667",
    "0, imagenet16-120, valid, 28.211111",
    "0, imagenet16-120, test, 26.633333",
    "0, imagenet16-120, valid+test, 27.422222",
    "11, cifar10, valid, 87.94",
    "11, cifar10, test, 91.583333",
    "11, cifar100, valid, 67.453333",
    "11, cifar100, test, 67.606667",
    "11, cifar100, valid+test, 67.53",
    "11, imagenet16-120, valid, 30.411111",
    "11, imagenet16-120, test, 30.166667",
    "11, imagenet16-120, valid+test, 30.288889"
  })
  void accuraciesAreThoseOfTheBenchmark(int cell, String dataset, String split, double percent)
      throws IOException {
    JsonNode answer =
        json(
            Cli.run(
                "query",
                table,
                cell,
                "--dataset",
                dataset,
                "--split",
                split,
                "--schedule",
                200,
                "--seeds",
                "mean",
                "--json"));
    assertThat(answer.get("accuracyPercent").asDouble()).isCloseTo(percent, within(1e-6));
    assertThat(answer.get("seedCount").asInt()).isEqualTo(3);
  }

  /** Computed with scipy's kendalltau on the exact fractions of the published table. */
  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:12, cifar10:test:12, 0.842072",
    "cifar100:valid:12, cifar100:test:12, 0.957014",
    "imagenet16-120:valid:12, imagenet16-120:test:12, 0.912864",
    "cifar10:test:12, cifar100:test:12, 0.838121",
    "cifar10:test:12, imagenet16-120:test:12, 0.727131"
  })
  void kendallTauIsThatOfTheFractions(String x, String y, double tauB) throws IOException {
    JsonNode answer =
        json(Cli.run("correlate", table, "--x", x, "--y", y, "--resamples", 50, "--json"));
    assertThat(answer.get("n").asInt()).isEqualTo(15_625);
    assertThat(answer.get("tauB").asDouble()).isCloseTo(tauB, within(5e-7));
    assertThat(answer.get("tauBInterval").get(0).asDouble()).isLessThan(tauB);
    assertThat(answer.get("tauBInterval").get(1).asDouble()).isGreaterThan(tauB);
  }

  // By scipy's kendalltau on the 3,125 best, and the 7 that tie with the last of them.
  @Test
  void kendallTauOfTheBestFifthIsThatOfTheFractions() throws IOException {
    JsonNode answer =
        json(
            Cli.run(
                "correlate",
                table,
                "--x",
                "cifar10:test:12",
                "--y",
                "cifar100:test:12",
                "--top",
                0.2,
                "--resamples",
                50,
                "--json"));
    assertThat(answer.get("n").asInt()).isEqualTo(3_132);
    assertThat(answer.get("tauB").asDouble()).isCloseTo(0.664077, within(5e-7));
  }

  /**
   * The NATS-Bench set-up on CIFAR-10: 500 runs of 20,000 simulated seconds. The published rows are
   * known from memory only, so the bands are wide; docs/reproducing.md has what we measure.
   */
  @Test
  void theMethodsLandNearTheirPublishedRows() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("nats.yaml"),
            """
            name: NATS-Bench, CIFAR-10
            table: nb201
            preset: nats
            datasets: [cifar10]
            methods: [random-search, regularized-evolution, reinforce]
            """);
    Path study = folder.resolve("nats");
    Cli ran = Cli.run("study", "run", plan, "--out", study, "--table", table);
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Map<String, Double> test = meanTestAccuracies(new StudyFolder(study));
    assertThat(test.get("random-search")).isCloseTo(93.86, within(0.3));
    assertThat(test.get("regularized-evolution")).isCloseTo(94.02, within(0.3));
    assertThat(test.get("reinforce")).isCloseTo(93.90, within(0.3));
    assertThat(test.get("regularized-evolution")).isGreaterThan(test.get("random-search"));
  }

  private static Map<String, Double> meanTestAccuracies(StudyFolder study) throws IOException {
    Map<String, double[]> finals = new HashMap<>();
    int runs = study.header().runs();
    study.forEachRun(
        run ->
            finals.computeIfAbsent(run.method(), method -> new double[runs])[run.run()] =
                run.recommendation().targets().get(0).test());
    Map<String, Double> means = new HashMap<>();
    finals.forEach((method, values) -> means.put(method, Summary.of(values).mean()));
    return means;
  }

  @Test
  void theOptimumNamesEveryCellThatTies() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("optimum.yaml"),
            """
            name: optimum
            table: nb201
            preset: nats
            runs: 1
            methods: random-search
            """);
    Path study = folder.resolve("optimum");
    assertThat(Cli.run("study", "run", plan, "--out", study, "--table", table).exitCode()).isZero();
    StudyHeader.TargetSummary cifar10 =
        new StudyFolder(study).header().tasks().get(0).targets().get(0);
    assertThat(cifar10.bestTest().percent()).isCloseTo(94.3733, within(5e-5));
    assertThat(cifar10.bestTest().architectures()).hasSize(2);
    StudyHeader.TargetSummary imagenet =
        new StudyFolder(study).header().tasks().get(2).targets().get(0);
    assertThat(imagenet.bestValid().percent()).isCloseTo(46.7333, within(5e-5));
    assertThat(imagenet.bestTest().percent() - imagenet.testOfBestValid())
        .isCloseTo(1.11, within(5e-3));
  }
}
