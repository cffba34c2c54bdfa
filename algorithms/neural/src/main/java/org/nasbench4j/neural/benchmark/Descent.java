package org.nasbench4j.neural.benchmark;

/**
 * Stochastic gradient descent with momentum 0.9, whose rate falls along half a cosine from its peak
 * to zero over a schedule.
 *
 * @param batch the images of a step, at least 2
 * @param peakRate the first learning rate, positive
 * @param weightDecay on every weight, not negative
 */
public record Descent(int batch, float peakRate, float weightDecay) {
  static final float MOMENTUM = 0.9f;

  /** Checks the ranges. */
  public Descent {
    if (batch < 2) {
      throw new IllegalArgumentException("The batch (%d) must be at least 2.".formatted(batch));
    }
    if (!(peakRate > 0 && peakRate < Float.POSITIVE_INFINITY && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "The rate (%s) must be positive, and the weight decay (%s) not negative."
              .formatted(peakRate, weightDecay));
    }
  }

  // The learning rate of a step, from 0; never zero.
  float rate(long step, long steps) {
    return (float) (peakRate * (1 + Math.cos(Math.PI * step / steps)) / 2);
  }

  /** In one line. */
  @Override
  public String toString() {
    return "batch %d, sgd with momentum %s, weight decay %s, cosine from rate %s"
        .formatted(batch, MOMENTUM, weightDecay, peakRate);
  }
}
