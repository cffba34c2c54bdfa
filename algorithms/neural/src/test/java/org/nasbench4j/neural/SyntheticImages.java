package org.nasbench4j.neural;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nasbench4j.image.ImageSet;

/** Stripes, whose direction and width are the class, with noise. */
public record SyntheticImages(int size, int channels, int side, int classes) implements ImageSet {

  @Override
  public String name() {
    return "stripes";
  }

  @Override
  public int label(int image) {
    return image % classes;
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(image);
    int width = 1 + label(image) / 2;
    for (int i = 0; i < channels * side * side; i++) {
      int along = label(image) % 2 == 0 ? i % side : i / side % side;
      target[offset + i] = (byte) (along / width % 2 * 120 + random.nextInt(120));
    }
  }
}
