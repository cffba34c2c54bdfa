package org.nasbench4j.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasbench4j.search.Surrogate;
import org.nasbench4j.search.SurrogateCatalog;

class RandomForestProviderTest {
  private static final int FEATURES = 12;
  private static final double[][] ROWS = rows(150);

  // one-hot rows of three decisions with four options each
  private static double[][] rows(int count) {
    SplittableRandom random = new SplittableRandom(9);
    return Stream.generate(
            () -> {
              double[] row = new double[FEATURES];
              for (int start = 0; start < FEATURES; start += 4) {
                row[start + random.nextInt(4)] = 1;
              }
              return row;
            })
        .limit(count)
        .toArray(double[][]::new);
  }

  // good: the first decision has its first option and the second one of its first two
  private static boolean isGood(double[] row) {
    return row[0] == 1 && row[4] + row[5] == 1;
  }

  private static boolean[] labels(double[][] rows) {
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = isGood(rows[i]);
    }
    return labels;
  }

  private static Surrogate.Model fit(int trees, double[][] rows, boolean[] positive, long seed) {
    return new RandomForestProvider()
        .create(trees, rows[0].length)
        .fit(rows, positive, new SplittableRandom(seed));
  }

  private static double[] probabilities(long seed) {
    Surrogate.Model model = fit(30, ROWS, labels(ROWS), seed);
    return Arrays.stream(ROWS).mapToDouble(model::probability).toArray();
  }

  @Test
  void isFoundByItsName() {
    assertThat(SurrogateCatalog.ofServices().find("random-forest"))
        .containsInstanceOf(RandomForestProvider.class);
  }

  private static double[] probabilities(Surrogate.Model model, boolean good) {
    return Arrays.stream(rows(1_000))
        .filter(row -> isGood(row) == good)
        .mapToDouble(model::probability)
        .toArray();
  }

  @Test
  void learnsWhichExamplesAreGood() {
    Surrogate.Model model = fit(100, ROWS, labels(ROWS), 1);
    double[] good = probabilities(model, true);
    double[] bad = probabilities(model, false);
    assertThat(Arrays.stream(good).average().orElseThrow()).isGreaterThan(0.7);
    assertThat(Arrays.stream(bad).average().orElseThrow()).isLessThan(0.1);
  }

  @Test
  void probabilitiesAreSharesOfTheTrees() {
    Surrogate.Model model = fit(7, ROWS, labels(ROWS), 1);
    for (double[] row : ROWS) {
      double votes = model.probability(row) * 7;
      assertThat(votes).isCloseTo(Math.rint(votes), within(1e-9));
    }
  }

  @Test
  void theSameSeedGivesTheSameForestAndAnotherSeedAnother() {
    assertThat(probabilities(1)).isEqualTo(probabilities(1)).isNotEqualTo(probabilities(2));
  }

  @Test
  void theForestDoesNotDependOnTheThreadsAround() throws ExecutionException, InterruptedException {
    double[] alone = probabilities(1);
    ForkJoinPool busy = new ForkJoinPool(8);
    try {
      List<double[]> together =
          busy.submit(
                  () -> IntStream.range(0, 16).parallel().mapToObj(i -> probabilities(1)).toList())
              .get();
      assertThat(together).allSatisfy(one -> assertThat(one).isEqualTo(alone));
    } finally {
      busy.shutdown();
    }
  }

  @Test
  void findsTheCutOfABinaryFeatureWhereverTheLabelsLie() {
    // Seen in this order, the last zero and the first one are both good: the cut lies between
    // equal labels. Every order of the rows has the same best cut.
    double[][] rows = new double[60][];
    boolean[] positive = new boolean[60];
    for (int i = 0; i < 60; i++) {
      rows[i] = new double[] {i < 30 ? 0 : 1};
      positive[i] = i >= 27 && i < 57;
    }
    Surrogate.Model model = fit(50, rows, positive, 1);
    assertThat(model.probability(new double[] {0})).isLessThan(0.1);
    assertThat(model.probability(new double[] {1})).isGreaterThan(0.9);
  }

  @Test
  void numbersAreCutWhereTheLabelChanges() {
    double[][] rows =
        IntStream.range(0, 100).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
    boolean[] positive = new boolean[100];
    Arrays.fill(positive, 60, 100, true);
    Surrogate.Model model = fit(50, rows, positive, 1);
    assertThat(model.probability(new double[] {20.5})).isLessThan(0.2);
    assertThat(model.probability(new double[] {80.5})).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10})
  void fewExamplesAreEnough(int examples) {
    double[][] rows = Arrays.copyOf(ROWS, examples);
    boolean[] positive = new boolean[examples];
    positive[0] = true;
    assertThatCode(() -> fit(30, rows, positive, 1).probability(ROWS[0]))
        .doesNotThrowAnyException();
  }

  @Test
  void bothKindsOfExamplesMustOccur() {
    for (boolean kind : new boolean[] {false, true}) {
      boolean[] positive = new boolean[ROWS.length];
      Arrays.fill(positive, kind);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fit(30, ROWS, positive, 1))
          .withMessageContaining("(150)")
          .withMessageContaining("both kinds");
    }
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    RandomForestProvider provider = new RandomForestProvider();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider.create(30, 5).fit(ROWS, labels(ROWS), new SplittableRandom(1)))
        .withMessageContaining("(5)")
        .withMessageContaining("(12)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(30, ROWS, new boolean[3], 1))
        .withMessageContaining("(3)");
    Surrogate.Model model = fit(3, ROWS, labels(ROWS), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.probability(new double[5]))
        .withMessageContaining("(5)");
  }

  @Test
  void aForestHasATree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomForestProvider().create(0, 12))
        .withMessageContaining("(0)");
  }
}
