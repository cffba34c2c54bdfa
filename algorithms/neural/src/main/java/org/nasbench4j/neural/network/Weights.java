package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.engine.NativeArrays;

/**
 * Makes the arrays of a network and keeps the trainable ones in the order of their making.
 *
 * <p>Weights are drawn from our generator, as PyTorch does by default where nothing else is said;
 * the engine's own generator is shared by the whole process.
 */
final class Weights {
  private final NDManager manager;
  private final Variant variant;
  private final Rectifier rectifier;
  private final RandomGenerator random;
  private final Initialisation initialisation;
  private final List<Parameter> parameters = new ArrayList<>();

  Weights(NDManager manager, Variant variant, RandomGenerator random) {
    this(manager, variant, random, Initialisation.PYTORCH);
  }

  Weights(
      NDManager manager, Variant variant, RandomGenerator random, Initialisation initialisation) {
    this.manager = manager;
    this.variant = variant;
    this.rectifier = new Rectifier(variant.activations());
    this.random = random;
    this.initialisation = initialisation;
  }

  Layer conv(String name, int from, int to, int kernel, int stride) {
    Shape shape = new Shape(to, from, kernel, kernel);
    int fanIn = from * kernel * kernel;
    float[] values = initialisation.convolution(to * fanIn, fanIn, random);
    return Convolutions.of(drawn(name + ".weight", values, shape), kernel, stride);
  }

  Layer norm(String name, int channels) {
    return norm(name, channels, BatchNormalisation.TRACKED);
  }

  // The last number is the share of the running statistics that a batch leaves.
  Layer norm(String name, int channels, float tracked) {
    if (variant.normalisation() == Variant.Normalisation.NONE) {
      return (input, statistics) -> input;
    }
    DataType type = variant.type();
    Shape shape = new Shape(channels);
    return new BatchNormalisation(
        trainable(name + ".weight", manager.ones(shape, type)),
        trainable(name + ".bias", manager.zeros(shape, type)),
        manager.zeros(shape, type),
        manager.ones(shape, type),
        tracked);
  }

  Layer linear(String name, int from, int to) {
    float[] weights = initialisation.linear(from, to, random);
    NDArray weight = drawn(name + ".weight", weights, new Shape(to, from));
    float[] biases = initialisation.bias(from, to, random);
    NDArray bias = drawn(name + ".bias", biases, new Shape(to));
    return Linear.of(weight, bias);
  }

  Layer smoothing(int channels) {
    return new AveragePooling(manager, variant.type(), channels);
  }

  private NDArray drawn(String name, float[] values, Shape shape) {
    for (int i = 0; i < values.length; i++) {
      values[i] = signed(values[i]);
    }
    return trainable(name, array(values, shape));
  }

  private float signed(float value) {
    return variant.signs() == Variant.Signs.POSITIVE ? Math.abs(value) : value;
  }

  private NDArray array(float[] values, Shape shape) {
    NDArray floats = NativeArrays.copyOf(manager, values, shape);
    if (variant.type() == DataType.FLOAT32) {
      return floats;
    }
    try (floats) {
      return floats.toType(variant.type(), true);
    }
  }

  private NDArray trainable(String name, NDArray value) {
    value.setRequiresGradient(true);
    parameters.add(new Parameter(name, value));
    return value;
  }

  Rectifier rectifier() {
    return rectifier;
  }

  List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }
}
