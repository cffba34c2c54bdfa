package org.nasbench4j.neural.benchmark;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * The order in which a lane sees images, and which of them mirrored.
 *
 * @param images the images' numbers
 * @param mirrored the positions in this order
 */
@SuppressWarnings("ArrayRecordComponent") // made for one epoch, never compared
record LaneOrder(int[] images, BitSet mirrored) {

  static LaneOrder asTheyAre(int size) {
    return new LaneOrder(Orders.identity(size), new BitSet());
  }

  // Draws the order, then which images are mirrored.
  static LaneOrder drawn(int size, Mirroring mirroring, RandomGenerator random) {
    int[] images = Orders.shuffled(size, random);
    BitSet mirrored = new BitSet();
    if (mirroring == Mirroring.HALF) {
      for (int i = 0; i < size; i++) {
        mirrored.set(i, random.nextBoolean());
      }
    }
    return new LaneOrder(images, mirrored);
  }

  boolean isMirrored(int position) {
    return mirrored.get(position);
  }
}
