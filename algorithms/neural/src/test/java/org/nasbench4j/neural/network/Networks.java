package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nasbench4j.neural.network.Variant.Normalisation;
import org.nasbench4j.neural.network.Variant.Signs;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;

/** What tests of networks share. */
final class Networks {
  /** Single precision cannot tell gradients from kinks of ReLU. */
  static final Variant DOUBLE =
      new Variant(DataType.FLOAT64, Signs.DRAWN, Normalisation.BATCH, activation -> {});

  private static final Nb201Space SPACE = new Nb201Space();

  private Networks() {}

  static Nb201Cell cell(String digits) {
    return SPACE.parse(digits);
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static float[] floats(int count, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static NDArray images(NDManager manager, int count, int channels, int side) {
    float[] pixels = floats(count * channels * side * side, random(2));
    return manager.create(pixels, new Shape(count, channels, side, side));
  }
}
