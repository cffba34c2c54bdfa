package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Makes layers of named tensors, with PyTorch's names, and keeps their arrays in order. */
final class CheckpointLayers {
  private final NDManager manager;
  private final TensorSource tensors;
  private final List<Parameter> weights = new ArrayList<>();
  private final List<Parameter> statistics = new ArrayList<>();

  CheckpointLayers(NDManager manager, TensorSource tensors) {
    this.manager = manager;
    this.tensors = tensors;
  }

  Layer conv3x3(String name, int from, int to, int stride) {
    return Convolutions.of(weight(name + ".weight", to, from, 3, 3), 3, stride);
  }

  Layer norm(String name, int channels) {
    return new BatchNormalisation(
        weight(name + ".weight", channels),
        weight(name + ".bias", channels),
        statistic(name + ".running_mean", channels),
        statistic(name + ".running_var", channels));
  }

  Layer linear(String name, int from, int to) {
    return Linear.of(weight(name + ".weight", to, from), weight(name + ".bias", to));
  }

  private NDArray weight(String name, Integer... shape) {
    return kept(weights, name, List.of(shape));
  }

  private NDArray statistic(String name, Integer... shape) {
    return kept(statistics, name, List.of(shape));
  }

  private NDArray kept(List<Parameter> list, String name, List<Integer> shape) {
    NDArray array = array(manager, tensors.get(name, shape));
    list.add(new Parameter(name, array));
    return array;
  }

  static NDArray array(NDManager manager, NamedTensor tensor) {
    long[] axes = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return NativeArrays.copyOf(manager, tensor.values(), new Shape(axes));
  }

  static List<Integer> axes(NDArray array) {
    List<Integer> axes = new ArrayList<>();
    for (long axis : array.getShape().getShape()) {
      axes.add(Math.toIntExact(axis));
    }
    return axes;
  }

  List<Parameter> weights() {
    return List.copyOf(weights);
  }

  // As the arrays are now: weights first, then running statistics.
  NamedTensors tensors(String source) {
    List<NamedTensor> copies = new ArrayList<>();
    for (List<Parameter> list : List.of(weights, statistics)) {
      for (Parameter array : list) {
        copies.add(
            new NamedTensor(array.name(), axes(array.value()), array.value().toFloatArray()));
      }
    }
    return new NamedTensors(source, copies);
  }
}
