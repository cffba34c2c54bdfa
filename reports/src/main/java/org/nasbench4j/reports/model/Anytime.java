package org.nasbench4j.reports.model;

import java.util.List;

/**
 * The regret of a method's incumbents while it searches, over its runs. The value at a point holds
 * until the next one; the first point is the first at which every run has an incumbent, and a run
 * that has ended keeps its last one.
 *
 * @param axis what the points are measured in
 * @param points by ascending position; empty if no position is shared by all runs
 */
public record Anytime(Axis axis, List<Point> points) {

  /** Copies the points. */
  public Anytime {
    points = List.copyOf(points);
  }

  /**
   * The runs at one position.
   *
   * @param x the position, in the unit of the axis
   * @param validRegret percentage points below the best validation accuracy
   * @param testRegret percentage points below the best test accuracy
   */
  public record Point(double x, Band validRegret, Band testRegret) {}

  /**
   * Mean and quantiles of one number over the runs.
   *
   * @param mean the arithmetic mean
   * @param p5 the quantile at 0.05, type 7
   * @param p25 the lower quartile
   * @param median the median
   * @param p75 the upper quartile
   * @param p95 the quantile at 0.95
   */
  public record Band(double mean, double p5, double p25, double median, double p75, double p95) {

    /**
     * The same runs against another optimum.
     *
     * @param points what is added to every run's number
     * @return all numbers so much greater
     */
    public Band plus(double points) {
      return new Band(
          mean + points, p5 + points, p25 + points, median + points, p75 + points, p95 + points);
    }
  }
}
