package org.nasbench4j.stats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nasbench4j.stats.ExactRandomSearch.Drawing.WITHOUT_REPLACEMENT;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of NAS-Bench-201 that were computed elsewhere; needs the published accuracies. */
class PublishedTableTest {
  private static final Offset<Double> SIX_DECIMALS = within(5e-7);
  private static List<String> header = List.of();
  private static List<String[]> rows = List.of();

  @BeforeAll
  static void readsTheTable() throws IOException {
    String data = System.getenv("NASBENCH4J_DATA");
    assumeTrue(data != null, "NASBENCH4J_DATA is not set: the published accuracies are not here.");
    assertThat(Path.of(data)).as("NASBENCH4J_DATA").isDirectory();
    Path file = Path.of(data, "nb201", "nb201_accuracies.csv.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      List<String[]> cells = lines.lines().map(line -> line.split(",", -1)).toList();
      header = List.of(cells.get(0));
      rows = cells.subList(1, cells.size());
    }
  }

  // tau-b on exact fractions, 15,625 cells after 12 epochs; scipy kendalltau
  @ParameterizedTest
  @CsvSource({
    "c10v_valid_12,  50000, c10_test_12,  10000, 0.842072",
    "c100_valid_12,   5000, c100_test_12,  5000, 0.957014",
    "in16_valid_12,   3000, in16_test_12,  3000, 0.912864",
    "c10_test_12,    10000, c100_test_12,  5000, 0.838121",
    "c10_test_12,    10000, in16_test_12,  3000, 0.727131"
  })
  void tauBOnExactFractions(String x, int imagesX, String y, int imagesY, double expected) {
    assertThat(KendallTau.tauB(percent(x, imagesX), percent(y, imagesY)))
        .isCloseTo(expected, SIX_DECIMALS);
  }

  // the same on the numbers as published, whose noise breaks ties
  @ParameterizedTest
  @CsvSource({
    "c10v_valid_12, c10_test_12,  0.841926",
    "c100_valid_12, c100_test_12, 0.956326",
    "in16_valid_12, in16_test_12, 0.911127",
    "c10_test_12,   c100_test_12, 0.837793",
    "c10_test_12,   in16_test_12, 0.726379"
  })
  void tauBOnPublishedFloats(String x, String y, double expected) {
    assertThat(KendallTau.tauB(published(x), published(y))).isCloseTo(expected, SIX_DECIMALS);
  }

  // validation after 12 epochs chooses, test after 12 epochs is reported; expected values by
  // binomial coefficients in exact integer arithmetic
  @ParameterizedTest
  @CsvSource({"100, 88.09402777131912", "1000, 88.61340880288995"})
  void theExactRandomSearchIsThatOfIntegerArithmetic(int draws, double expected) {
    assertThat(
            ExactRandomSearch.of(percent("c10v_valid_12", 50_000), percent("c10_test_12", 10_000))
                .expected(draws, WITHOUT_REPLACEMENT))
        .isCloseTo(expected, within(1e-10));
  }

  // optima of the 200-epoch table, means over two or three seeds, as the authors' notebooks print
  // them
  @ParameterizedTest
  @CsvSource({
    "c10_test_200_mean,   60000, 94.3733, 6111 13714",
    "c10v_valid_200_mean, 150000, 91.6067, 6111",
    "c100_valid_200_mean, 30000, 73.4933, 9930",
    "c100_test_200_mean,  30000, 73.5133, 9930",
    "in16_valid_200_mean, 18000, 46.7333, 10676",
    "in16_test_200_mean,  18000, 47.3111, 857"
  })
  void theOptimaNameEveryCellThatTies(String column, int answers, double value, String cells) {
    Optimum optimum = Optimum.of(percent(column, answers));

    assertThat(optimum.value()).isCloseTo(value, within(5e-5));
    assertThat(optimum.indices())
        .containsExactlyElementsOf(Arrays.stream(cells.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void selectionByValidationCannotAvoidARegretOnImageNet16() {
    RegretBaseline baseline =
        RegretBaseline.of(
            percent("in16_valid_200_mean", 18_000), percent("in16_test_200_mean", 18_000));

    assertThat(baseline.selected()).isCloseTo(46.20, within(5e-3));
    assertThat(baseline.unavoidable()).isCloseTo(1.11, within(5e-3));
    assertThat(baseline.of(857).search()).isCloseTo(-1.11, within(5e-3));
  }

  private static double[] published(String column) {
    int index = header.indexOf(column);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
  }

  /** The published value rounded to its exact fraction: equal fractions give equal doubles. */
  private static double[] percent(String column, int answers) {
    return Arrays.stream(published(column))
        .map(value -> 100.0 * Math.rint(value * answers / 100) / answers)
        .toArray();
  }
}
