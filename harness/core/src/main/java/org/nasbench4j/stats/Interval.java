package org.nasbench4j.stats;

/**
 * A confidence interval.
 *
 * @param low the lower end
 * @param high the upper end, at least {@code low}
 * @param level the confidence level, {@code (0, 1)}
 * @param resamples the resamples of the bootstrap that had a value; 0 for an interval by formula
 */
public record Interval(double low, double high, double level, int resamples) {

  /** Checks the ends. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "The lower end (%s) must not exceed the upper end (%s).".formatted(low, high));
    }
  }
}
