package org.nasbench4j.jmh.compare;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Decides whether two scores differ.
 *
 * <p>A difference counts if it exceeds the threshold, if Welch's t-test over the iterations finds
 * it significant, and if the forks agree: every fork of one file lies on the same side of every
 * fork of the other. The last condition is there because the iterations of one fork share its
 * memory layout and its compiled code, and so resemble each other more than the test assumes.
 */
final class Judge {

  /** Differences of this p-value or more are put down to chance. */
  static final double SIGNIFICANCE = 0.05;

  private final double threshold;

  /**
   * Creates a judge.
   *
   * @param threshold the smallest decline or gain that counts, as a fraction: 0.1 is 10 %
   */
  Judge(double threshold) {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException(
          "The threshold (%s) must be at least 0.".formatted(threshold));
    }
    this.threshold = threshold;
  }

  Verdict judge(Aspect aspect, Direction direction, Metric before, Metric after) {
    if (!before.unit().equals(after.unit())) {
      return Verdict.DIFFERENT_UNITS;
    }
    if (before.values().length < 2 || after.values().length < 2) {
      return Verdict.NOT_ENOUGH_DATA;
    }
    double decline = direction.decline(before.score(), after.score());
    if (isSmall(aspect, before, after, decline)) {
      return Verdict.SAME;
    }
    if (!isSignificant(before.values(), after.values()) || !forksAgree(before, after)) {
      return Verdict.NOISY;
    }
    return decline > 1 ? Verdict.WORSE : Verdict.BETTER;
  }

  private boolean isSmall(Aspect aspect, Metric before, Metric after, double decline) {
    return Math.abs(after.score() - before.score()) <= aspect.negligible()
        || Math.max(decline, 1 / decline) <= 1 + threshold;
  }

  private static boolean isSignificant(double[] before, double[] after) {
    if (StatUtils.variance(before) == 0 && StatUtils.variance(after) == 0) {
      return before[0] != after[0];
    }
    return new TTest().tTest(before, after) < SIGNIFICANCE;
  }

  private static boolean forksAgree(Metric before, Metric after) {
    double[] a = before.forkMeans();
    double[] b = after.forkMeans();
    return max(a) < min(b) || max(b) < min(a);
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }
}
