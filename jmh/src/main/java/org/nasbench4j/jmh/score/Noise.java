package org.nasbench4j.jmh.score;

import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.random.DerivedRandom;

/** Images of the size of CIFAR-10 without meaning: what a score takes does not depend on them. */
record Noise() implements ImageSet {
  private static final int IMAGES = 600;
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;

  /** So many that no class can fill a batch alone. */
  static final int CLASSES = 20;

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public int size() {
    return IMAGES;
  }

  @Override
  public int channels() {
    return CHANNELS;
  }

  @Override
  public int side() {
    return SIDE;
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
    for (int i = 0; i < CHANNELS * SIDE * SIDE; i++) {
      target[offset + i] = (byte) random.nextInt(1 << Byte.SIZE);
    }
  }
}
