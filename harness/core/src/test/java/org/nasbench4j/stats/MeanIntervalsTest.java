package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class MeanIntervalsTest {
  private static final Summary FOUR = Summary.of(93.1, 94.2, 93.7, 90.4);
  private static final Summary MANY =
      Summary.of(IntStream.range(0, 500).mapToDouble(i -> 94 + Math.sin(i)).toArray());

  /** mean ± t(n - 1) s / sqrt(n), with the quantile of Commons Math. */
  @Test
  void fewValuesHaveStudentsInterval() {
    for (int n = 2; n < MeanIntervals.MANY; n++) {
      Summary values = Summary.of(IntStream.range(0, n).mapToDouble(i -> i % 5).toArray());
      double half =
          new TDistribution(n - 1).inverseCumulativeProbability(0.975)
              * values.sampleDeviation().orElseThrow()
              / Math.sqrt(n);
      Interval interval = MeanIntervals.of(values, Scorings.random(1)).orElseThrow();
      assertThat(interval.low()).isEqualTo(values.mean() - half, within(1e-4 * half));
      assertThat(interval.high()).isEqualTo(values.mean() + half, within(1e-4 * half));
      assertThat(interval.resamples()).isZero();
    }
  }

  @Test
  void manyValuesAreResampled() {
    assertThat(MeanIntervals.of(MANY, Scorings.random(1)))
        .contains(MANY.meanInterval(Bootstrap.withDefaults(), Scorings.random(1)));
    assertThat(MeanIntervals.ofDifference(MANY, MANY, Scorings.random(1)))
        .contains(MANY.differenceInterval(MANY, Bootstrap.withDefaults(), Scorings.random(1)));
  }

  @Test
  void oneValueAndFewEqualValuesHaveNone() {
    for (Summary values : new Summary[] {Summary.of(1), Summary.of(2, 2, 2, 2)}) {
      assertThat(MeanIntervals.of(values, Scorings.random(1))).isEmpty();
      assertThat(MeanIntervals.welch(values, MANY)).isEmpty();
      assertThat(MeanIntervals.welch(FOUR, values)).isEmpty();
    }
  }

  /**
   * Welch's example-sized case by hand: means 3 and 8, variances 2.5 and 10, five values each: SE =
   * sqrt(2.5), df = 6.25 / (0.25 / 4 + 4 / 4) = 5.88, t = 2.458824 by integrating the density.
   */
  @Test
  void differencesOfFewValuesAreWelchs() {
    Interval interval =
        MeanIntervals.welch(Summary.of(1, 2, 3, 4, 5), Summary.of(4, 6, 8, 10, 12)).orElseThrow();
    assertThat(interval.low()).isEqualTo(-5 - 2.458824 * Math.sqrt(2.5), within(1e-5));
    assertThat(interval.high()).isEqualTo(-5 + 2.458824 * Math.sqrt(2.5), within(1e-5));
  }

  /** The few decide how much is known: about three degrees of freedom, not 502. */
  @Test
  void fewAgainstManyHaveTheFreedomOfTheFew() {
    double error = FOUR.sampleDeviation().orElseThrow() / 2;
    Interval interval = MeanIntervals.ofDifference(FOUR, MANY, Scorings.random(1)).orElseThrow();
    assertThat(interval.high() - interval.low()).isGreaterThan(2 * 3.1 * error);
    assertThat(interval.low()).isNegative();
    assertThat(interval.high()).isPositive();
  }

  /** The claim in the class's comment, and that Student's t keeps its promise. */
  @Test
  void theBootstrapOfFourValuesIsTooNarrow() {
    int bootstrap = 0;
    int student = 0;
    int trials = 2000;
    var random = Scorings.random(5);
    for (int i = 0; i < trials; i++) {
      Summary four =
          Summary.of(
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextGaussian());
      bootstrap += covers(four.meanInterval(new Bootstrap(0.95, 200), random));
      student += covers(MeanIntervals.of(four, random).orElseThrow());
    }
    assertThat((double) bootstrap / trials).isBetween(0.72, 0.85);
    assertThat((double) student / trials).isBetween(0.935, 0.965);
  }

  private static int covers(Interval interval) {
    return interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
  }
}
