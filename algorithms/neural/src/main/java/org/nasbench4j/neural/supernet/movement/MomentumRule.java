package org.nasbench4j.neural.supernet.movement;

/**
 * Stochastic gradient descent with momentum. Over several epochs its rate falls from epoch to epoch
 * along half a cosine; within an epoch it is constant.
 *
 * @param rate of the first epoch, positive
 * @param finalRate what the rate falls towards, {@code (0, rate]}
 * @param momentum {@code (0, 1)}
 * @param weightDecay not negative
 */
public record MomentumRule(float rate, float finalRate, float momentum, float weightDecay)
    implements StepRule {

  /** Checks the ranges. */
  public MomentumRule {
    if (!(finalRate > 0 && finalRate <= rate && rate < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The rate (%s) must be positive, and the final rate (%s) positive and not higher."
              .formatted(rate, finalRate));
    }
    if (!(momentum > 0 && momentum < 1 && weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "The momentum (%s) and the weight decay (%s) must be between 0 and 1."
              .formatted(momentum, weightDecay));
    }
  }

  /**
   * The same rule with another rate.
   *
   * @param changed that of the first epoch, positive; the final rate falls with it where it would
   *     be higher
   * @return a new rule
   */
  public MomentumRule withRate(float changed) {
    return new MomentumRule(changed, Math.min(changed, finalRate), momentum, weightDecay);
  }

  // Epochs are counted from 0.
  float rate(int epoch, int epochs) {
    return (float) (finalRate + (rate - finalRate) * (1 + Math.cos(Math.PI * epoch / epochs)) / 2);
  }

  /** In one line. */
  @Override
  public String toString() {
    return "sgd rate %s to %s, momentum %s, weight decay %s"
        .formatted(rate, finalRate, momentum, weightDecay);
  }
}
