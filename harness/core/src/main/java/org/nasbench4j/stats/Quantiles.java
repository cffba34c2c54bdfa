package org.nasbench4j.stats;

/** Quantiles of type 7 in the count of Hyndman and Fan (1996), which is numpy's default. */
final class Quantiles {

  private Quantiles() {}

  // The quantile of values in ascending order, at least one; interpolates linearly.
  static double ofSorted(double[] sorted, double probability) {
    double position = (sorted.length - 1) * probability;
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return between(sorted[below], sorted[above], position - below);
  }

  // Goes from the nearer end, so that the result never leaves the segment.
  private static double between(double low, double high, double share) {
    double width = high - low;
    return share < 0.5 ? low + width * share : high - width * (1 - share);
  }
}
