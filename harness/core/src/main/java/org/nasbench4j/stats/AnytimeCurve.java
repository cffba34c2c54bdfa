package org.nasbench4j.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Many runs over time, on a grid. Each run is read as the step function that it is: between two
 * steps the earlier value holds, nothing is interpolated.
 *
 * <p>A run has no value before its first step. At such a grid point it is left out of the
 * statistics, whose {@link Summary#n()} then falls below {@link #runs()}; grid points at which no
 * run has a value, which can only be the first ones, have no point. A mean over the quick runs
 * alone is biased: use {@link #complete()} where that matters.
 *
 * @param runs the number of runs, at least 1
 * @param points by ascending time
 */
public record AnytimeCurve(int runs, List<Point> points) {

  /** Copies the points. */
  public AnytimeCurve {
    points = List.copyOf(points);
  }

  /**
   * The values of the runs at one time.
   *
   * @param time the grid point
   * @param values mean, deviation and quantiles over the runs that have a value
   */
  public record Point(double time, Summary values) {}

  /**
   * Aggregates the runs. O(r g log s) time for r runs of s steps and g grid points, plus sorting.
   *
   * @param runs at least one
   * @param grid ascending times in the unit of the stamps, for example from {@link Grid}
   * @return the curve
   * @throws IllegalArgumentException if there is no run, or the grid does not ascend
   */
  public static AnytimeCurve of(List<StepFunction> runs, double[] grid) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("A curve needs at least one run, but the list is empty.");
    }
    requireAscending(grid);
    List<Point> points = new ArrayList<>();
    for (double time : grid) {
      double[] values = valuesAt(runs, time);
      if (values.length > 0) {
        points.add(new Point(time, Summary.of(values)));
      }
    }
    return new AnytimeCurve(runs.size(), points);
  }

  /**
   * The points at which every run has a value.
   *
   * @return the last part of {@link #points()}, possibly empty
   */
  public List<Point> complete() {
    return points.stream().filter(point -> point.values().n() == runs).toList();
  }

  private static double[] valuesAt(List<StepFunction> runs, double time) {
    return runs.stream().map(run -> run.at(time)).flatMapToDouble(OptionalDouble::stream).toArray();
  }

  private static void requireAscending(double[] grid) {
    Samples.requireFinite("grid", grid);
    for (int i = 1; i < grid.length; i++) {
      if (grid[i] <= grid[i - 1]) {
        throw new IllegalArgumentException(
            "The grid must ascend, but point %d (%s) follows %s."
                .formatted(i, grid[i], grid[i - 1]));
      }
    }
  }
}
