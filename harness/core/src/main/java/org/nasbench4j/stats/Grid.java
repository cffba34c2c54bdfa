package org.nasbench4j.stats;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Ascending points at which curves are read; both ends are met exactly. */
public final class Grid {

  private Grid() {}

  /**
   * Points at equal distances.
   *
   * @param from the first point, finite
   * @param to the last point, finite, above {@code from}
   * @param points how many, at least 2
   * @return ascending points
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double[] linear(double from, double to, int points) {
    return grid(from, to, points, share -> from + (to - from) * share);
  }

  /**
   * Points at equal ratios.
   *
   * @param from the first point, finite, above 0
   * @param to the last point, finite, above {@code from}
   * @param points how many, at least 2
   * @return ascending points
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double[] logarithmic(double from, double to, int points) {
    if (!(from > 0)) {
      throw new IllegalArgumentException(
          "The first point (%s) of a logarithmic grid must be above 0.".formatted(from));
    }
    return grid(from, to, points, share -> from * Math.pow(to / from, share));
  }

  private static double[] grid(double from, double to, int points, DoubleUnaryOperator at) {
    if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException(
          "The ends of the grid (%s, %s) must be finite and ascend.".formatted(from, to));
    }
    if (points < 2) {
      throw new IllegalArgumentException(
          "The number of grid points (%d) must be at least 2.".formatted(points));
    }
    double[] grid =
        IntStream.range(0, points)
            .mapToDouble(i -> at.applyAsDouble((double) i / (points - 1)))
            .toArray();
    grid[points - 1] = to;
    return grid;
  }
}
