package org.nasbench4j.jmh.score;

import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.random.DerivedRandom;

/**
 * Images without meaning: what a training takes does not depend on them.
 *
 * @param channels 1 for grey images, 3 for colour
 * @param side height and width in pixels
 * @param size how many images there are
 */
record Noise(int channels, int side, int size) implements ImageSet {

  /** So many that no class can fill a batch alone. */
  static final int CLASSES = 20;

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public int label(int image) {
    return image % CLASSES;
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    RandomGenerator random = DerivedRandom.of(1, "noise", String.valueOf(image));
    for (int i = 0; i < channels * side * side; i++) {
      target[offset + i] = (byte) random.nextInt(1 << Byte.SIZE);
    }
  }
}
