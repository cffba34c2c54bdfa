package org.nasbench4j.stats;

import java.util.OptionalDouble;

/**
 * Pearson's correlation of pairs that count more than once: two passes, means first, so that large
 * means and small spreads do not cancel.
 */
final class WeightedPearson {
  private final double[] x;
  private final double[] y;

  // Takes finite values, one pair at each position.
  WeightedPearson(double[] x, double[] y) {
    this.x = scaled(x);
    this.y = scaled(y);
  }

  /**
   * The coefficient.
   *
   * @param weights how often the sample holds the pair at each position
   * @return {@code [-1, 1]}, or empty if a side has no spread in double precision
   */
  OptionalDouble of(int[] weights) {
    double meanX = mean(x, weights);
    double meanY = mean(y, weights);
    double sumXX = 0;
    double sumYY = 0;
    double sumXY = 0;
    for (int i = 0; i < weights.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      sumXX += weights[i] * dx * dx;
      sumYY += weights[i] * dy * dy;
      sumXY += weights[i] * dx * dy;
    }
    double spread = Math.sqrt(sumXX) * Math.sqrt(sumYY);
    return spread > 0
        ? OptionalDouble.of(Math.max(-1, Math.min(1, sumXY / spread)))
        : OptionalDouble.empty();
  }

  private static double mean(double[] values, int[] weights) {
    double sum = 0;
    long items = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
      items += weights[i];
    }
    return sum / items;
  }

  // Divides by a power of two, which rounds nothing, so that no square overflows.
  private static double[] scaled(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = Math.scalb(values[i], -Math.getExponent(largest));
    }
    return scaled;
  }
}
