package org.nasbench4j.algorithms.rminas;

/** The loss below which an architecture is good. */
final class Threshold {
  private static final double MARGIN = 1e-9;

  private Threshold() {}

  /**
   * The quantile that numpy computes by default (type 7 of Hyndman and Fan, 1996), and a little
   * more. Next to an infinite loss it is not interpolated: the finite neighbour is taken.
   *
   * @param ascending losses, at least one, in ascending order
   */
  static double of(double[] ascending, double quantile) {
    double position = quantile * (ascending.length - 1);
    int below = (int) position;
    double low = ascending[below];
    double high = ascending[Math.min(below + 1, ascending.length - 1)];
    return between(low, high, position - below) + MARGIN;
  }

  private static double between(double low, double high, double share) {
    if (low == high || share == 0) {
      return low;
    }
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      return Double.isInfinite(low) ? high : low;
    }
    double width = high - low;
    return share < 0.5 ? low + width * share : high - width * (1 - share);
  }
}
