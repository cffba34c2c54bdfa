package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.nasbench4j.stats.Coefficient.PEARSON;
import static org.nasbench4j.stats.Coefficient.SPEARMAN;
import static org.nasbench4j.stats.Coefficient.TAU_A;
import static org.nasbench4j.stats.Coefficient.TAU_B;
import static org.nasbench4j.stats.Coefficient.TAU_C;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);
  private static final double[] X = {1, 2, 2, 3, 3, 3, 4, 5, 5, 6};
  private static final double[] Y = {2, 1, 3, 3, 3, 5, 4, 4, 6, 6};

  static Stream<Scorings> scorings() {
    return Scorings.ofEveryTiePattern();
  }

  @Test
  void everyCoefficientIsThatOfScipy() { // scipy 1.17.1: kendalltau, spearmanr, pearsonr
    Correlation correlation = Correlation.of(X, Y);

    assertThat(correlation.value(TAU_B)).hasValueCloseTo(0.75, within(1e-15));
    assertThat(correlation.value(TAU_C)).hasValueCloseTo(0.72, within(1e-15));
    assertThat(correlation.value(SPEARMAN)).hasValueCloseTo(0.8616352201257862, within(1e-15));
    assertThat(correlation.value(PEARSON)).hasValueCloseTo(0.8263588797984174, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void spearmanIsThatOfCommonsMath(Scorings pairs) {
    assertThat(Correlation.of(pairs.x(), pairs.y()).value(SPEARMAN))
        .hasValueCloseTo(
            new SpearmansCorrelation().correlation(pairs.x(), pairs.y()), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void pearsonIsThatOfCommonsMath(Scorings pairs) {
    assertThat(Correlation.of(pairs.x(), pairs.y()).value(PEARSON))
        .hasValueCloseTo(
            new PearsonsCorrelation().correlation(pairs.x(), pairs.y()), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void theTausAreThoseOfThePairCounts(Scorings pairs) {
    Correlation correlation = Correlation.of(pairs.x(), pairs.y());

    assertThat(correlation.pairs()).isEqualTo(KendallTau.count(pairs.x(), pairs.y()));
    assertThat(correlation.n()).isEqualTo(pairs.x().length);
    assertThat(correlation.value(TAU_A)).hasValue(correlation.pairs().tauA());
    assertThat(correlation.value(TAU_B)).isEqualTo(correlation.pairs().tauB());
    assertThat(correlation.value(TAU_C)).isEqualTo(correlation.pairs().tauC());
  }

  @Test
  void pearsonKeepsItsDigitsWhereTheMeanIsLargeAndTheSpreadSmall() {
    double[] x = Arrays.stream(X).map(v -> v + 1e9).toArray();

    assertThat(Correlation.of(x, Y).value(PEARSON))
        .hasValueCloseTo(0.8263588797984174, within(1e-12));
  }

  @Test
  void pearsonNeitherOverflowsNorUnderflows() {
    double[] large = Arrays.stream(X).map(v -> v * 1e300).toArray();
    double[] small = Arrays.stream(Y).map(v -> v * 1e-300).toArray();

    assertThat(Correlation.of(large, small).value(PEARSON))
        .hasValueCloseTo(0.8263588797984174, within(1e-12));
  }

  @Test
  void failedProxiesLeavePearsonUndefinedAndTheRanksUntouched() {
    double[] proxy = {Double.NEGATIVE_INFINITY, 2, 3, 4};
    double[] accuracy = {10, 20, 40, 30};

    Correlation correlation = Correlation.of(proxy, accuracy, BOOTSTRAP, Scorings.random(1));

    assertThat(correlation.value(PEARSON)).isEmpty();
    assertThat(correlation.interval(PEARSON)).isEmpty();
    assertThat(correlation.whyUndefined(PEARSON)).hasValue("x holds infinite values");
    assertThat(correlation.value(SPEARMAN)).hasValueCloseTo(0.8, within(1e-15));
    assertThat(correlation.whyUndefined(SPEARMAN)).isEmpty();
    assertThat(Correlation.of(accuracy, proxy).whyUndefined(PEARSON))
        .hasValue("y holds infinite values");
  }

  @ParameterizedTest
  @EnumSource(names = "TAU_A", mode = EnumSource.Mode.EXCLUDE)
  void aConstantSideLeavesACoefficientUndefinedAndSaysWhichSide(Coefficient coefficient) {
    double[] constant = new double[X.length];

    assertThat(Correlation.of(constant, Y).value(coefficient)).isEmpty();
    assertThat(Correlation.of(constant, Y).whyUndefined(coefficient)).hasValue("x is constant");
    assertThat(Correlation.of(X, constant).whyUndefined(coefficient)).hasValue("y is constant");
    assertThat(Correlation.of(constant, constant).whyUndefined(coefficient))
        .hasValue("x and y are constant");
    assertThat(Correlation.of(X, constant, BOOTSTRAP, Scorings.random(1)).interval(coefficient))
        .isEmpty();
  }

  @Test
  void tauAOfAConstantSideIsZero() {
    assertThat(Correlation.of(new double[X.length], Y).value(TAU_A)).hasValue(0.0);
  }

  @Test
  void aSpreadThatVanishesInDoublePrecisionLeavesPearsonUndefined() {
    double[] x = {0, Double.MIN_VALUE, 0, Double.MAX_VALUE};
    double[] y = {1, 2, 3, 4};
    int[] withoutTheLast = {1, 1, 1, 0};

    assertThat(new WeightedPearson(x, y).of(withoutTheLast)).isEmpty();
  }

  @Test
  void noIntervalIsThereUnlessAskedFor() {
    assertThat(Correlation.of(X, Y).intervals()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theIntervalHoldsTheValueOfALargeSample(Coefficient coefficient) {
    RandomGenerator random = Scorings.random(7);
    double[] x = random.doubles(2000).toArray();
    double[] y = Arrays.stream(x).map(v -> v + random.nextGaussian()).toArray();

    Correlation correlation = Correlation.of(x, y, BOOTSTRAP, random);
    Interval interval = correlation.interval(coefficient).orElseThrow();

    assertThat(correlation.value(coefficient).orElseThrow())
        .isBetween(interval.low(), interval.high());
    assertThat(interval.high() - interval.low()).isBetween(0.01, 0.15);
    assertThat(interval.level()).isEqualTo(0.95);
    assertThat(interval.resamples()).isEqualTo(200);
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    assertThat(Correlation.of(X, Y, BOOTSTRAP, Scorings.random(3)))
        .isEqualTo(Correlation.of(X, Y, BOOTSTRAP, Scorings.random(3)))
        .isNotEqualTo(Correlation.of(X, Y, BOOTSTRAP, Scorings.random(4)));
  }

  @Test
  void theOrderOfTheItemsDoesNotMatter() {
    int[] reversed = IntStream.iterate(X.length - 1, i -> i >= 0, i -> i - 1).toArray();
    double[] x = Arrays.stream(reversed).mapToDouble(i -> X[i]).toArray();
    double[] y = Arrays.stream(reversed).mapToDouble(i -> Y[i]).toArray();

    assertThat(Correlation.of(x, y, BOOTSTRAP, Scorings.random(3)))
        .isEqualTo(Correlation.of(X, Y, BOOTSTRAP, Scorings.random(3)));
  }

  @ParameterizedTest
  @MethodSource("scorings")
  void aWeightedSampleIsTheSampleWrittenOut(Scorings pairs) {
    RankedPairs ranked = new RankedPairs(pairs.x(), pairs.y());
    int[] weights = new int[ranked.size()];
    Bootstrap.draw(weights, Scorings.random(11));
    double[] x = repeated(ranked.inOrder(pairs.x()), weights);
    double[] y = repeated(ranked.inOrder(pairs.y()), weights);
    PairCounter counter = new PairCounter(ranked);

    assertThat(x).hasSameSizeAs(pairs.x());
    assertThat(counter.count(weights)).isEqualTo(KendallTau.count(x, y));
    if (counter.count(weights).tauB().isPresent()) {
      assertThat(new WeightedSpearman(ranked).of(weights, counter.weightOfX(), counter.weightOfY()))
          .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
      assertThat(
              new WeightedPearson(ranked.inOrder(pairs.x()), ranked.inOrder(pairs.y())).of(weights))
          .hasValueCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-12));
    }
  }

  @Test
  void resamplesWithoutAValueAreLeftOutAndCounted() {
    double[] x = {1, 2, 2, 2};
    double[] y = {1, 2, 3, 4};

    Correlation correlation = Correlation.of(x, y, BOOTSTRAP, Scorings.random(1));

    // a resample misses the first item, and is constant in x, with probability (3/4)^4 = 0.32
    assertThat(correlation.interval(TAU_B).orElseThrow().resamples()).isBetween(110, 160);
    assertThat(correlation.interval(TAU_A).orElseThrow().resamples()).isEqualTo(200);
  }

  @Test
  void notANumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.of(new double[] {Double.NaN, 1}, new double[] {1, 2}))
        .withMessageContaining("x[0] is NaN");
  }

  @Test
  void fewerThanTwoItemsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.of(new double[0], new double[0]))
        .withMessageContaining("at least 2");
  }

  @Test
  void aCoefficientWithNeitherValueNorReasonIsRefused() {
    PairCounts pairs = KendallTau.count(X, Y);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Correlation(pairs, Map.of(), Map.of(), Map.of()))
        .withMessageContaining("tau-a");
  }

  private static double[] repeated(double[] values, int[] weights) {
    return IntStream.range(0, values.length)
        .flatMap(i -> IntStream.range(0, weights[i]).map(copy -> i))
        .mapToDouble(i -> values[i])
        .toArray();
  }
}
