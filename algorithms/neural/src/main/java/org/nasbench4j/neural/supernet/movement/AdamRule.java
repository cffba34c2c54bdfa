package org.nasbench4j.neural.supernet.movement;

/**
 * Adam with weight decay as a part of the gradient, as PyTorch does it: a constant rate, and 1e-8
 * beside the root of the second moment.
 *
 * <p>Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015.
 *
 * @param rate positive
 * @param beta1 how much of the first moment stays, {@code [0, 1)}
 * @param beta2 how much of the second moment stays, {@code [0, 1)}
 * @param weightDecay not negative
 */
public record AdamRule(float rate, float beta1, float beta2, float weightDecay)
    implements StepRule {

  /** Checks the ranges. */
  public AdamRule {
    if (!(rate > 0 && rate < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The rate (%s) must be positive.".formatted(rate));
    }
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "The betas (%s, %s) must be at least 0 and less than 1.".formatted(beta1, beta2));
    }
    if (!(weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "The weight decay (%s) must be 0 to 1.".formatted(weightDecay));
    }
  }

  /** In one line. */
  @Override
  public String toString() {
    return "adam rate %s, betas %s and %s, weight decay %s"
        .formatted(rate, beta1, beta2, weightDecay);
  }
}
