package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * Stochastic gradient descent with momentum and weight decay on every parameter, as PyTorch does it
 * without dampening: {@code v = momentum v + rate (gradient + decay w); w = w - v}.
 */
public final class Sgd {
  private static final float NO_RESCALING = 1;
  private static final float NO_CLIPPING = -1;

  private final List<Parameter> parameters;
  private final List<NDArray> velocities;
  private final float momentum;
  private final float weightDecay;

  /**
   * Starts at rest.
   *
   * @param parameters what is trained; the velocities live in their managers
   * @param momentum {@code (0, 1)}
   * @param weightDecay not negative
   */
  public Sgd(List<Parameter> parameters, float momentum, float weightDecay) {
    this.parameters = List.copyOf(parameters);
    this.velocities = parameters.stream().map(parameter -> parameter.value().zerosLike()).toList();
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  /**
   * Moves all parameters along their gradients, and sets these to zero.
   *
   * @param learningRate positive
   */
  public void step(float learningRate) {
    for (int i = 0; i < velocities.size(); i++) {
      NDArray value = parameters.get(i).value();
      // A new handle at every call: left open, it lives as long as the network.
      try (NDArray gradient = value.getGradient()) {
        value
            .getNDArrayInternal()
            .sgdUpdate(
                new NDList(value, gradient, velocities.get(i)),
                new NDList(value),
                learningRate,
                weightDecay,
                NO_RESCALING,
                NO_CLIPPING,
                momentum,
                true);
      }
    }
  }
}
