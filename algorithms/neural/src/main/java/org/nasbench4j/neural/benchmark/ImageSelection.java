package org.nasbench4j.neural.benchmark;

/**
 * Which images networks are trained and measured on.
 *
 * @param side their height and width, in pixels, at least 1
 * @param training how many are trained on, at least 1
 * @param evaluation how many validate, and how many test, at least 1
 * @param mirroring whether training images are mirrored
 */
public record ImageSelection(int side, int training, int evaluation, Mirroring mirroring) {

  /** Checks the ranges. */
  public ImageSelection {
    atLeastOne("side", side);
    atLeastOne("training images", training);
    atLeastOne("evaluation images", evaluation);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("The %s (%d) must be at least 1.".formatted(name, value));
    }
  }
}
