package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** How long the gradients of a network are. */
public final class GradientNorm {

  private GradientNorm() {}

  /**
   * The norm of all gradients together, as if they were one vector.
   *
   * @param parameters what has gradients
   * @return the root of the sum of their squares; NaN if one is
   */
  public static double of(List<Parameter> parameters) {
    double sum = 0;
    for (Parameter parameter : parameters) {
      // All of these would live as long as the network.
      try (NDArray gradient = parameter.value().getGradient();
          NDArray squares = gradient.square();
          NDArray total = squares.sum()) {
        sum += total.getFloat();
      }
    }
    return Math.sqrt(sum);
  }
}
