package org.nasbench4j.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many values fall into each of some ranges of equal width, from the least value to the
 * highest.
 *
 * @param low where the first range begins: the least value
 * @param high where the last range ends: the highest value, which belongs to it
 * @param counts for each range how many values are at its beginning or above it and below its end
 */
public record Histogram(double low, double high, List<Integer> counts) {

  /** Copies the list. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /**
   * Counts values.
   *
   * @param values at least one, all finite
   * @param ranges how many ranges, at least 1; where all values are equal there is one
   * @return the counts
   * @throws IllegalArgumentException if there is no value, one is not finite, or there is no range
   */
  public static Histogram of(double[] values, int ranges) {
    if (ranges < 1) {
      throw new IllegalArgumentException("The ranges (%d) must be at least 1.".formatted(ranges));
    }
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A histogram needs values, all of them finite.");
    }
    double low = Arrays.stream(values).min().getAsDouble();
    double high = Arrays.stream(values).max().getAsDouble();
    int[] counts = new int[low == high ? 1 : ranges];
    for (double value : values) {
      counts[range(value, low, high, counts.length)]++;
    }
    return new Histogram(low, high, IntStream.of(counts).boxed().toList());
  }

  // Halves first: the distance of two finite numbers may not be finite.
  private static int range(double value, double low, double high, int ranges) {
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return low == high ? 0 : Math.min((int) (share * ranges), ranges - 1);
  }

  /**
   * Where a range begins.
   *
   * @param range from 0; the number of ranges for where the last one ends
   * @return between low and high
   */
  public double edge(int range) {
    double share = (double) range / counts.size();
    return low * (1 - share) + high * share;
  }
}
