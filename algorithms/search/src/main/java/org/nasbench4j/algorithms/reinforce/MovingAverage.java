package org.nasbench4j.algorithms.reinforce;

/** An exponential moving average whose start is corrected for, so that it is a true average. */
final class MovingAverage {
  private final double momentum;
  private double numerator;
  private double denominator;

  MovingAverage(double momentum) {
    this.momentum = momentum;
  }

  /**
   * Takes in a value.
   *
   * @param value any finite value
   * @return the average of all values so far, this one included
   */
  double update(double value) {
    numerator = momentum * numerator + (1 - momentum) * value;
    denominator = momentum * denominator + (1 - momentum);
    return numerator / denominator;
  }
}
