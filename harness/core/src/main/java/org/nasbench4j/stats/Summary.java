package org.nasbench4j.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Mean, spread and quantiles of some values, such as the final accuracies of many runs. Two
 * summaries are equal if they are of the same values in any order. Immutable and thread-safe.
 */
public final class Summary {
  private final double[] sorted;
  private final double mean;

  private Summary(double[] sorted) {
    this.sorted = sorted;
    this.mean = mean(sorted);
  }

  /**
   * Summarises values. O(n log n) time.
   *
   * @param values at least one, finite, in any order
   * @return the summary
   * @throws IllegalArgumentException if there is no value or one is not finite
   */
  public static Summary of(double... values) {
    Samples.requireAtLeast(1, "values", values);
    Samples.requireFinite("values", values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Summary(sorted);
  }

  /**
   * The number of values.
   *
   * @return at least 1
   */
  public int n() {
    return sorted.length;
  }

  /**
   * The arithmetic mean.
   *
   * @return between {@link #min()} and {@link #max()}, up to rounding
   */
  public double mean() {
    return mean;
  }

  /**
   * The sample standard deviation, which divides by n - 1 (ddof 1): the one for new results.
   *
   * @return at least 0, or empty for a single value
   */
  public OptionalDouble sampleDeviation() {
    return n() == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(squaredDeviations() / (n() - 1)));
  }

  /**
   * The population standard deviation, which divides by n (ddof 0): what numpy does unless told
   * otherwise and so what published NAS tables mostly hold.
   *
   * @return at least 0
   */
  public double populationDeviation() {
    return Math.sqrt(squaredDeviations() / n());
  }

  /**
   * The smallest value.
   *
   * @return a value
   */
  public double min() {
    return sorted[0];
  }

  /**
   * The largest value.
   *
   * @return a value
   */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /**
   * The median; the mean of the middle two if n is even.
   *
   * @return the quantile at 0.5
   */
  public double median() {
    return quantile(0.5);
  }

  /**
   * A quantile of type 7 (Hyndman and Fan 1996), numpy's default: linear between order statistics.
   *
   * @param probability {@code [0, 1]}
   * @return between {@link #min()} and {@link #max()}
   * @throws IllegalArgumentException if the probability is out of range
   */
  public double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "The probability (%s) must lie in [0, 1].".formatted(probability));
    }
    return Quantiles.ofSorted(sorted, probability);
  }

  /**
   * A percentile bootstrap interval of the mean. O(n) time for each resample; the same generator
   * state gives the same interval, whatever the order of the values.
   *
   * @param bootstrap level and number of resamples
   * @param random where the resamples come from
   * @return the interval; without width if all values are equal
   */
  public Interval meanInterval(Bootstrap bootstrap, RandomGenerator random) {
    double[] means = new double[bootstrap.resamples()];
    double[] resample = new double[sorted.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = resampledMean(resample, random);
    }
    return bootstrap.interval(means).orElseThrow();
  }

  /**
   * A percentile bootstrap interval of the mean minus another sample's mean; the two samples are
   * resampled independently. O(n) time for each resample.
   *
   * @param other what is subtracted
   * @param bootstrap level and number of resamples
   * @param random where the resamples come from
   * @return the interval; without width if all values of each sample are equal
   */
  public Interval differenceInterval(Summary other, Bootstrap bootstrap, RandomGenerator random) {
    double[] differences = new double[bootstrap.resamples()];
    double[] own = new double[sorted.length];
    double[] others = new double[other.sorted.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = resampledMean(own, random) - other.resampledMean(others, random);
    }
    return bootstrap.interval(differences).orElseThrow();
  }

  private double resampledMean(double[] resample, RandomGenerator random) {
    for (int j = 0; j < resample.length; j++) {
      resample[j] = sorted[random.nextInt(sorted.length)];
    }
    return mean(resample);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Summary summary && Arrays.equals(sorted, summary.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return "Summary[n=%d, mean=%s, median=%s, min=%s, max=%s]"
        .formatted(n(), mean(), median(), min(), max());
  }

  private double squaredDeviations() {
    double sum = 0;
    for (double value : sorted) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  // The second pass takes back what the first one rounded.
  private static double mean(double[] values) {
    double first = Arrays.stream(values).sum() / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - first;
    }
    return first + rest / values.length;
  }
}
