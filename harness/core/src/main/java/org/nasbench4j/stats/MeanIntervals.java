package org.nasbench4j.stats;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * 95 % intervals of means and of their differences, each by what its number of values allows: the
 * percentile bootstrap from {@link #MANY} values on; below, where the bootstrap is too narrow (of
 * four values it covers about 80 %), Student's t. Few values that are all equal say nothing of
 * their spread, and one value never does: then there is no interval.
 */
public final class MeanIntervals {

  /** The number of values from which on the bootstrap is used: the usual rule of thumb. */
  public static final int MANY = 30;

  private static final double UPPER = (1 + Bootstrap.DEFAULT_LEVEL) / 2;

  private MeanIntervals() {}

  /**
   * Whether there are enough values for the bootstrap.
   *
   * @param values at least one
   * @return true from {@link #MANY} values on
   */
  public static boolean isMany(Summary values) {
    return values.n() >= MANY;
  }

  /**
   * An interval of the mean.
   *
   * @param values at least one
   * @param random where resamples come from
   * @return empty for few values without spread
   */
  public static Optional<Interval> of(Summary values, RandomGenerator random) {
    if (isMany(values)) {
      return Optional.of(values.meanInterval(Bootstrap.withDefaults(), random));
    }
    return hasSpread(values)
        ? Optional.of(around(values.mean(), quantile(values.n() - 1) * standardError(values)))
        : Optional.empty();
  }

  /**
   * An interval of a mean minus another; the samples may differ in size and spread.
   *
   * @param a what is subtracted from
   * @param b what is subtracted
   * @param random where resamples come from
   * @return the bootstrap's if both have many values, else {@link #welch}'s
   */
  public static Optional<Interval> ofDifference(Summary a, Summary b, RandomGenerator random) {
    return isMany(a) && isMany(b)
        ? Optional.of(a.differenceInterval(b, Bootstrap.withDefaults(), random))
        : welch(a, b);
  }

  /**
   * Welch's interval of a mean minus another (Biometrika 34, 1947), with the degrees of freedom of
   * Satterthwaite.
   *
   * @param a what is subtracted from
   * @param b what is subtracted
   * @return empty if one of them has few values without spread
   */
  public static Optional<Interval> welch(Summary a, Summary b) {
    if (!isEnough(a) || !isEnough(b)) {
      return Optional.empty();
    }
    double left = standardError(a) * standardError(a);
    double right = standardError(b) * standardError(b);
    double sum = left + right;
    double freedom = sum * sum / (left * left / (a.n() - 1) + right * right / (b.n() - 1));
    double quantile = sum > 0 ? quantile(freedom) : 0;
    return Optional.of(around(a.mean() - b.mean(), quantile * Math.sqrt(sum)));
  }

  private static boolean isEnough(Summary values) {
    return isMany(values) || hasSpread(values);
  }

  private static boolean hasSpread(Summary values) {
    return values.min() < values.max();
  }

  private static double standardError(Summary values) {
    return values.sampleDeviation().orElseThrow() / Math.sqrt(values.n());
  }

  private static double quantile(double freedom) {
    return new TDistribution(freedom).inverseCumulativeProbability(UPPER);
  }

  private static Interval around(double middle, double half) {
    return new Interval(middle - half, middle + half, Bootstrap.DEFAULT_LEVEL, 0);
  }
}
