package org.nasbench4j.neural.supernet;

/**
 * Which images a supernet is trained on. Half of them are mirrored in each epoch, by chance.
 *
 * @param side their height and width in pixels, at least 4
 * @param count the first so many of a set, at least 2
 * @param shift the pixels by which they are shifted at most, not negative
 */
public record SupernetImages(int side, int count, int shift) {
  private static final int LEAST_SIDE = 4;

  /** Checks the ranges. */
  public SupernetImages {
    if (side < LEAST_SIDE || count < 2 || shift < 0) {
      throw new IllegalArgumentException(
          "The side (%d) must be at least 4, the images (%d) at least 2, the shift (%d) not negative."
              .formatted(side, count, shift));
    }
  }

  /** In one line. */
  @Override
  public String toString() {
    return "%d images of side %d, flip and shift %d".formatted(count, side, shift);
  }
}
