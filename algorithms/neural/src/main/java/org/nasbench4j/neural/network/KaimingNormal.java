package org.nasbench4j.neural.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.tensor.NamedTensor;

/**
 * First values of a network that is trained from nothing: weights of convolutions and linear layers
 * are drawn normally with the variance 2 / fan-in, normalisations keep what they normalise, and
 * biases are zero.
 *
 * <p>Source: He et al., "Delving Deep into Rectifiers", ICCV 2015. Used by one thread at a time.
 */
public final class KaimingNormal implements TensorSource {
  private final RandomGenerator random;

  /**
   * Draws from a generator, in the order in which arrays are asked for.
   *
   * @param random the generator
   */
  public KaimingNormal(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public NamedTensor get(String name, List<Integer> shape) {
    float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
    if (shape.size() > 1) {
      double deviation = Math.sqrt(2.0 * shape.get(0) / values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
    } else if (name.endsWith(".weight") || name.endsWith(".running_var")) {
      Arrays.fill(values, 1);
    }
    return new NamedTensor(name, shape, values);
  }
}
