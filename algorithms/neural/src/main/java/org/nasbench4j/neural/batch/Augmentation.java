package org.nasbench4j.neural.batch;

import java.util.random.RandomGenerator;

/**
 * The training augmentation of CIFAR-10: half of the images are mirrored, and each is shifted by up
 * to four pixels in both directions; what comes in from outside is black.
 */
final class Augmentation {
  private static final int PADDING = 4;

  private final int side;

  Augmentation(int side) {
    this.side = side;
  }

  // Planes of side x side bytes, changed alike.
  byte[] apply(byte[] planes, RandomGenerator random) {
    boolean mirrored = random.nextBoolean();
    int down = random.nextInt(2 * PADDING + 1) - PADDING;
    int right = random.nextInt(2 * PADDING + 1) - PADDING;
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
