package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/**
 * Stochastic gradient descent with momentum and weight decay on every parameter, without dampening:
 * {@code v = momentum v + rate (gradient + decay w); w = w - v}.
 *
 * <p>At a constant rate this is PyTorch's descent. Where the rate changes it is not: there the
 * velocity is {@code v = momentum v + gradient + decay w} and the rate of the step multiplies all
 * of it, while here past gradients keep the rate that they came with.
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
    this(
        parameters,
        parameters.stream().map(parameter -> parameter.value().zerosLike()).toList(),
        momentum,
        weightDecay);
  }

  private Sgd(
      List<Parameter> parameters, List<NDArray> velocities, float momentum, float weightDecay) {
    this.parameters = List.copyOf(parameters);
    this.velocities = velocities;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  /**
   * The same descent with the velocities of an interrupted one.
   *
   * @param stored what {@link #velocities} returned
   * @return a new descent; this one must not be used any more
   * @throws IllegalArgumentException if a velocity is missing or has another shape
   */
  public Sgd from(NamedTensors stored) {
    List<NDArray> restored = new ArrayList<>();
    for (Parameter parameter : parameters) {
      NDArray value = parameter.value();
      NamedTensor tensor = stored.get(parameter.name(), CheckpointLayers.axes(value));
      restored.add(CheckpointLayers.array(value.getManager(), tensor));
    }
    velocities.forEach(NDArray::close);
    return new Sgd(parameters, restored, momentum, weightDecay);
  }

  /**
   * Copies the velocities.
   *
   * @param source the name of the copy, for messages
   * @return one for each parameter, under its name
   */
  public NamedTensors velocities(String source) {
    List<NamedTensor> copies = new ArrayList<>();
    for (int i = 0; i < velocities.size(); i++) {
      NDArray velocity = velocities.get(i);
      copies.add(
          new NamedTensor(
              parameters.get(i).name(), CheckpointLayers.axes(velocity), velocity.toFloatArray()));
    }
    return new NamedTensors(source, copies);
  }

  /**
   * Moves all parameters along their gradients, and sets these to zero.
   *
   * @param learningRate positive
   */
  public void step(float learningRate) {
    step(learningRate, NO_RESCALING);
  }

  /**
   * Moves all parameters along their gradients times a number, and sets the gradients to zero.
   *
   * @param learningRate positive
   * @param scale multiplies the gradients before weight decay is added
   */
  public void step(float learningRate, float scale) {
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
                scale,
                NO_CLIPPING,
                momentum,
                true);
      }
    }
  }
}
