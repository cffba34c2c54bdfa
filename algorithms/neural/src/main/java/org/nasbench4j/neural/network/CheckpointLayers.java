package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.nasbench4j.neural.engine.NativeArrays;
import org.nasbench4j.tensor.NamedTensors;

/** Makes layers of a checkpoint's tensors, with PyTorch's names; nothing of them is trained. */
final class CheckpointLayers {
  private final NDManager manager;
  private final NamedTensors tensors;

  CheckpointLayers(NDManager manager, NamedTensors tensors) {
    this.manager = manager;
    this.tensors = tensors;
  }

  Layer conv3x3(String name, int from, int to, int stride) {
    return Convolutions.of(array(name + ".weight", to, from, 3, 3), 3, stride);
  }

  Layer norm(String name, int channels) {
    return new BatchNormalisation(
        array(name + ".weight", channels),
        array(name + ".bias", channels),
        array(name + ".running_mean", channels),
        array(name + ".running_var", channels));
  }

  Layer linear(String name, int from, int to) {
    return Linear.of(array(name + ".weight", to, from), array(name + ".bias", to));
  }

  private NDArray array(String name, Integer... shape) {
    List<Integer> lengths = List.of(shape);
    return NativeArrays.copyOf(
        manager,
        tensors.get(name, lengths).values(),
        new Shape(lengths.stream().mapToLong(Integer::longValue).toArray()));
  }
}
