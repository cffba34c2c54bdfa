package org.nasbench4j.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nasbench4j.RealData;
import org.nasbench4j.algorithms.evolution.RegularizedEvolutionProvider;
import org.nasbench4j.algorithms.random.RandomSearchProvider;
import org.nasbench4j.algorithms.reinforce.ReinforceProvider;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.SearchMethodProvider;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb201.Nb201Space;

/**
 * The CIFAR-10 experiment of NATS-Bench on the published numbers: 500 runs of 20,000 simulated
 * seconds; the signal is the validation accuracy after 12 epochs, the last trial may overshoot and
 * counts, and the cell with the best signal is reported by its test accuracy after 200 epochs. Only
 * training is charged, so that a run affords about 3 % more trials than in the paper.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Nb201ReproductionTest {
  private static final int RUNS = 500;
  private static final double BUDGET = 20_000;

  private final Nb201Space space = new Nb201Space();
  private final double[] signal = new double[(int) space.size()];
  private final double[] cost = new double[(int) space.size()];
  private final double[] test = new double[(int) space.size()];

  @BeforeAll
  void readColumns() throws IOException {
    Path file = RealData.file("nb201/nb201_accuracies.csv.gz");
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      String[] lines = new String(bytes.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      List<String> header = Arrays.asList(lines[0].split(",", -1));
      int cell = header.indexOf("arch_str");
      int valid = header.indexOf("c10v_valid_12");
      int seconds = header.indexOf("c10v_train_time_200_s");
      int tested = header.indexOf("c10_test_200_mean");
      for (int line = 1; line <= space.size(); line++) {
        String[] row = lines[line].split(",", -1);
        int index = space.index(space.parse(row[cell]));
        signal[index] = Double.parseDouble(row[valid]);
        cost[index] = Double.parseDouble(row[seconds]) / 200 * 12;
        test[index] = Double.parseDouble(row[tested]);
      }
    }
  }

  // 93.88 +- 0.25 and 94.08 +- 0.31: an earlier simulation on the same columns, 500 runs each;
  // 93.86, 94.02 and 93.90 are the values known from the NATS-Bench paper

  @Test
  void randomSearchReachesItsPublishedAccuracy() {
    assertThat(mean(new RandomSearchProvider())).isEqualTo(93.88, offset(0.1));
  }

  @Test
  void regularizedEvolutionReachesItsPublishedAccuracy() {
    assertThat(mean(new RegularizedEvolutionProvider())).isEqualTo(94.08, offset(0.1));
  }

  @Test
  void reinforceReachesItsPublishedAccuracy() {
    assertThat(mean(new ReinforceProvider())).isEqualTo(93.90, offset(0.15));
  }

  private double mean(SearchMethodProvider provider) {
    return LongStream.range(0, RUNS)
        .mapToDouble(seed -> finalAccuracy(Searches.start(provider, Map.of(), space, seed)))
        .average()
        .orElseThrow();
  }

  private double finalAccuracy(SearchMethod search) {
    int best = -1;
    double total = 0;
    while (total < BUDGET) {
      Architecture proposal = search.ask();
      int index = space.index(proposal);
      total += cost[index];
      search.tell(new Observation(proposal, signal[index]));
      best = best < 0 || signal[index] > signal[best] ? index : best;
    }
    return test[best];
  }
}
