package org.nasbench4j.neural.training;

/**
 * How a network is trained: stochastic gradient descent with momentum 0.9 on batches of 128, one
 * cycle of the learning rate, and images that are mirrored and shifted at random.
 *
 * @param epochs passes over the training images, at least 1
 * @param peakRate the highest learning rate, positive
 * @param weightDecay not negative
 * @param seed decides first weights, order and augmentation
 */
public record TrainingSettings(int epochs, float peakRate, float weightDecay, long seed) {
  static final int BATCH = 128;
  static final float MOMENTUM = 0.9f;

  // Images of at least this side are shifted by up to 4 pixels, smaller ones by up to 2.
  private static final int LARGE = 24;
  private static final int PADDING = 4;

  /** Checks the ranges. */
  public TrainingSettings {
    if (epochs < 1) {
      throw new IllegalArgumentException("The epochs (%d) must be at least 1.".formatted(epochs));
    }
    if (!(peakRate > 0 && peakRate < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The rate (%s) must be positive.".formatted(peakRate));
    }
    if (!(weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "The weight decay (%s) must be 0 to 1.".formatted(weightDecay));
    }
  }

  static int padding(int side) {
    return side >= LARGE ? PADDING : PADDING / 2;
  }

  /**
   * All that the result depends on but images and engine.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return "sgd momentum %s, batch %d, weight decay %s, peak rate %s, one cycle of %d epochs, flip and shift, seed %d"
        .formatted(MOMENTUM, BATCH, weightDecay, peakRate, epochs, seed);
  }
}
