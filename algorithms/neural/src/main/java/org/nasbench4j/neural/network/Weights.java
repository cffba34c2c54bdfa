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
 * <p>Weights are drawn from our generator, uniformly in ±1/sqrt(fan-in), which is what PyTorch does
 * by default; the engine's own generator is shared by the whole process.
 */
final class Weights {
  private final NDManager manager;
  private final DataType type;
  private final RandomGenerator random;
  private final List<Parameter> parameters = new ArrayList<>();

  Weights(NDManager manager, DataType type, RandomGenerator random) {
    this.manager = manager;
    this.type = type;
    this.random = random;
  }

  Layer conv(String name, int from, int to, int kernel, int stride) {
    NDArray weight =
        drawn(name + ".weight", new Shape(to, from, kernel, kernel), from * kernel * kernel);
    return Convolutions.of(weight, kernel, stride);
  }

  Layer norm(String name, int channels) {
    Shape shape = new Shape(channels);
    return new BatchNormalisation(
        trainable(name + ".weight", manager.ones(shape, type)),
        trainable(name + ".bias", manager.zeros(shape, type)),
        manager.zeros(shape, type),
        manager.ones(shape, type));
  }

  Layer linear(String name, int from, int to) {
    NDArray weight = drawn(name + ".weight", new Shape(to, from), from);
    NDArray bias = drawn(name + ".bias", new Shape(to), from);
    return Linear.of(weight, bias);
  }

  Layer smoothing(int channels) {
    return new AveragePooling(manager, type, channels);
  }

  private NDArray drawn(String name, Shape shape, int fanIn) {
    float bound = (float) (1 / Math.sqrt(fanIn));
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (2 * random.nextFloat() - 1) * bound;
    }
    return trainable(name, array(values, shape));
  }

  private NDArray array(float[] values, Shape shape) {
    NDArray floats = NativeArrays.copyOf(manager, values, shape);
    if (type == DataType.FLOAT32) {
      return floats;
    }
    try (floats) {
      return floats.toType(type, true);
    }
  }

  private NDArray trainable(String name, NDArray value) {
    value.setRequiresGradient(true);
    parameters.add(new Parameter(name, value));
    return value;
  }

  List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }
}
