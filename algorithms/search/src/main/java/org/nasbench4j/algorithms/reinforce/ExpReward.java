package org.nasbench4j.algorithms.reinforce;

/**
 * 100 times the exponential of the value, which is minus a loss: in {@code [0, 100]}, 100 for no
 * loss and 0 for a failed evaluation (minus infinity). What should not be, a value above 0, counts
 * as 0.
 */
final class ExpReward implements Reward {

  @Override
  public double of(double value) {
    // StrictMath gives the same bits on every machine
    return 100 * StrictMath.exp(Math.min(0, value));
  }
}
