package org.nasbench4j.algorithms.rminas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  // numpy 2.4: numpy.quantile([0.1, 0.25, 0.7, 0.9, 2.5], q) + 1e-9
  @ParameterizedTest
  @CsvSource({
    "0, 0.100000001", "0.05, 0.130000001", "0.3, 0.340000001",
    "0.5, 0.7000000009999999", "0.95, 2.180000001", "1, 2.500000001"
  })
  void isTheQuantileOfNumpyAndALittleMore(double quantile, double expected) {
    assertThat(Threshold.of(new double[] {0.1, 0.25, 0.7, 0.9, 2.5}, quantile)).isEqualTo(expected);
  }

  @Test
  void exactlyFiveOfAHundredDifferentLossesAreBelow() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 1_000; run++) {
      double[] losses = random.doubles(100, 5, 90).sorted().toArray();
      assertThat(below(losses, Threshold.of(losses, 0.05))).isEqualTo(5);
    }
  }

  @Test
  void theMarginKeepsLossesThatEqualTheQuantile() {
    double[] losses = IntStream.range(0, 100).mapToDouble(i -> i < 10 ? 1 : i).toArray();
    assertThat(below(losses, Threshold.of(losses, 0.05))).isEqualTo(10);
    double[] equal = new double[100];
    assertThat(below(equal, Threshold.of(equal, 0.05))).isEqualTo(100);
  }

  @Test
  void aSingleLossIsBelowItsOwnThreshold() {
    assertThat(Threshold.of(new double[] {7}, 0.05)).isGreaterThan(7);
  }

  @Test
  void failuresNeverMakeTheThresholdUndefined() {
    double[] fiveLive = {1, 2, 3, 4, 5, INFINITE, INFINITE, INFINITE};
    assertThat(Threshold.of(fiveLive, 4.5 / 7)).isEqualTo(5 + 1e-9);
    assertThat(Threshold.of(new double[] {INFINITE, INFINITE}, 0.5)).isEqualTo(INFINITE);
    assertThat(Threshold.of(new double[] {-INFINITE, 3}, 0.5)).isEqualTo(3 + 1e-9);
    assertThat(Threshold.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0)).isFinite();
  }

  private static long below(double[] losses, double threshold) {
    return Arrays.stream(losses).filter(loss -> loss < threshold).count();
  }
}
