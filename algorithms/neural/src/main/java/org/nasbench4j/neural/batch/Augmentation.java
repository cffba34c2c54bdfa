package org.nasbench4j.neural.batch;

import java.util.random.RandomGenerator;

/**
 * The training augmentation of CIFAR-10: half of the images are mirrored, and each is shifted by up
 * to some pixels in both directions; what comes in from outside is black.
 */
public final class Augmentation {
  private static final int PADDING = 4;

  private final int side;
  private final int padding;

  Augmentation(int side) {
    this(side, PADDING);
  }

  /**
   * Prepares the augmentation of images of one side.
   *
   * @param side their height and width in pixels
   * @param padding the pixels by which they are shifted at most, not negative
   */
  public Augmentation(int side, int padding) {
    this.side = side;
    this.padding = padding;
  }

  /**
   * Mirrors and shifts an image by chance.
   *
   * @param planes its channels, row by row; they are changed alike
   * @param random draws mirroring, then the shift down, then the shift to the right
   * @return a new array
   */
  public byte[] apply(byte[] planes, RandomGenerator random) {
    boolean mirrored = random.nextBoolean();
    int down = random.nextInt(2 * padding + 1) - padding;
    int right = random.nextInt(2 * padding + 1) - padding;
    byte[] changed = new byte[planes.length];
    for (int i = 0; i < planes.length; i++) {
      int row = i / side % side + down;
      int column = i % side + right;
      if (row >= 0 && row < side && column >= 0 && column < side) {
        int plane = i / (side * side) * (side * side);
        changed[i] = planes[plane + row * side + (mirrored ? side - 1 - column : column)];
      }
    }
    return changed;
  }
}
