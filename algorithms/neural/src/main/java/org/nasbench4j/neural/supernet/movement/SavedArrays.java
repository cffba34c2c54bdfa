package org.nasbench4j.neural.supernet.movement;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.Parameter;
import org.nasbench4j.tensor.NamedTensor;
import org.nasbench4j.tensor.NamedTensors;

/** Copies parameters out of the engine, and back. */
public final class SavedArrays {

  private SavedArrays() {}

  /**
   * Takes them out.
   *
   * @param parameters of single precision
   * @return their numbers, by name, in the same order
   */
  public static List<NamedTensor> copies(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                new NamedTensor(
                    parameter.name(), axes(parameter.value()), parameter.value().toFloatArray()))
        .toList();
  }

  /**
   * Puts numbers back.
   *
   * @param parameters where they go
   * @param saved has all of them by name and shape, perhaps among others
   * @throws IllegalArgumentException if an array is missing or has another shape
   */
  public static void restore(List<Parameter> parameters, NamedTensors saved) {
    for (Parameter parameter : parameters) {
      NDArray value = parameter.value();
      value.set(saved.get(parameter.name(), axes(value)).values().clone());
    }
  }

  static List<Integer> axes(NDArray array) {
    List<Integer> axes = new ArrayList<>();
    for (long axis : array.getShape().getShape()) {
      axes.add(Math.toIntExact(axis));
    }
    return axes;
  }
}
