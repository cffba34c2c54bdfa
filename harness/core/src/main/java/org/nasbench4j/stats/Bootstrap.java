package org.nasbench4j.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a percentile bootstrap is done (Efron 1979): resamples of the same size are drawn with
 * replacement, and the interval lies between two quantiles (type 7) of their statistics.
 *
 * <p>A resample on which the statistic is undefined has no say; the interval tells how many had
 * one. If fewer than half of them had one there is no interval.
 *
 * @param level the confidence level, {@code (0, 1)}
 * @param resamples how many resamples are drawn, at least 1
 */
public record Bootstrap(double level, int resamples) {

  /** The usual confidence level, 95 %. */
  public static final double DEFAULT_LEVEL = 0.95;

  /** Ours: the ends of a 95 % interval then rest on 25 resamples each. */
  public static final int DEFAULT_RESAMPLES = 1000;

  /** Checks the ranges. */
  public Bootstrap {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "The confidence level (%s) must lie between 0 and 1, for example 0.95.".formatted(level));
    }
    if (resamples < 1) {
      throw new IllegalArgumentException(
          "The number of resamples (%d) must be at least 1.".formatted(resamples));
    }
  }

  /**
   * A 95 % interval from 1000 resamples.
   *
   * @return the defaults
   */
  public static Bootstrap withDefaults() {
    return new Bootstrap(DEFAULT_LEVEL, DEFAULT_RESAMPLES);
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel {@code (0, 1)}
   * @return a copy
   * @throws IllegalArgumentException if the level is out of range
   */
  public Bootstrap withLevel(double newLevel) {
    return new Bootstrap(newLevel, resamples);
  }

  /**
   * The same with another number of resamples.
   *
   * @param newResamples at least 1
   * @return a copy
   * @throws IllegalArgumentException if the number is below 1
   */
  public Bootstrap withResamples(int newResamples) {
    return new Bootstrap(level, newResamples);
  }

  // Draws a resample: how often each item is in it.
  static void draw(int[] weights, RandomGenerator random) {
    Arrays.fill(weights, 0);
    for (int drawn = 0; drawn < weights.length; drawn++) {
      weights[random.nextInt(weights.length)]++;
    }
  }

  // The interval from the statistics of those resamples on which it is defined.
  Optional<Interval> interval(double[] statistics) {
    if (2L * statistics.length < resamples) {
      return Optional.empty();
    }
    double[] sorted = statistics.clone();
    Arrays.sort(sorted);
    double tail = (1 - level) / 2;
    return Optional.of(
        new Interval(
            Quantiles.ofSorted(sorted, tail),
            Quantiles.ofSorted(sorted, 1 - tail),
            level,
            sorted.length));
  }
}
