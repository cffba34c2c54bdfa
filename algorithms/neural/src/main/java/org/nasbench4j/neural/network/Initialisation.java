package org.nasbench4j.neural.network;

import java.util.random.RandomGenerator;

/** How the weights of a fresh network are drawn; normalisations always start as the identity. */
enum Initialisation {
  /**
   * PyTorch's default, which NAS-Bench-201 trained with: weights and biases uniform in
   * ±1/sqrt(fan-in).
   */
  PYTORCH {
    @Override
    float[] convolution(int count, int fanIn, RandomGenerator random) {
      return uniform(count, 1 / Math.sqrt(fanIn), random);
    }

    @Override
    float[] linear(int from, int to, RandomGenerator random) {
      return uniform(from * to, 1 / Math.sqrt(from), random);
    }

    @Override
    float[] bias(int from, int to, RandomGenerator random) {
      return uniform(to, 1 / Math.sqrt(from), random);
    }
  },

  /**
   * TensorFlow's variance scaling, which NAS-Bench-101 trained with: weights of convolutions from a
   * normal distribution cut at two deviations, of standard deviation 1/sqrt(fan-in) after the cut.
   * Linear layers are TensorFlow's default: uniform in ±sqrt(6/(fan-in + fan-out)), biases zero.
   */
  VARIANCE_SCALING {
    @Override
    float[] convolution(int count, int fanIn, RandomGenerator random) {
      double deviation = 1 / (CUT_DEVIATION * Math.sqrt(fanIn));
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) (deviation * cutGaussian(random));
      }
      return values;
    }

    @Override
    float[] linear(int from, int to, RandomGenerator random) {
      return uniform(from * to, Math.sqrt(6.0 / (from + to)), random);
    }

    @Override
    float[] bias(int from, int to, RandomGenerator random) {
      return new float[to];
    }
  };

  /** The standard deviation of a standard normal distribution that is cut at two. */
  private static final double CUT_DEVIATION = 0.8796256610342398;

  private static final double CUT = 2;

  abstract float[] convolution(int count, int fanIn, RandomGenerator random);

  abstract float[] linear(int from, int to, RandomGenerator random);

  abstract float[] bias(int from, int to, RandomGenerator random);

  private static float[] uniform(int count, double bound, RandomGenerator random) {
    float limit = (float) bound;
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (2 * random.nextFloat() - 1) * limit;
    }
    return values;
  }

  private static double cutGaussian(RandomGenerator random) {
    double value = random.nextGaussian();
    while (Math.abs(value) > CUT) {
      value = random.nextGaussian();
    }
    return value;
  }
}
