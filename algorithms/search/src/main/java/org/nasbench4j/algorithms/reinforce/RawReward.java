package org.nasbench4j.algorithms.reinforce;

/**
 * The value itself. A failed evaluation (minus infinity) counts as the worst value so far, since
 * one infinite reward would spoil the baseline and the moments for ever; plus infinity counts as
 * the best.
 */
final class RawReward implements Reward {
  // beyond this the square of a gradient overflows
  private static final double LARGEST = 1e150;

  private double worst = Double.POSITIVE_INFINITY;
  private double best = Double.NEGATIVE_INFINITY;

  @Override
  public double of(double value) {
    if (Math.abs(value) > LARGEST) {
      return value < 0 ? worst : best;
    }
    worst = Math.min(worst, value);
    best = Math.max(best, value);
    return value;
  }
}
