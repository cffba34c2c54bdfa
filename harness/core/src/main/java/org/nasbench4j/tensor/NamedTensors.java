package org.nasbench4j.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arrays of a checkpoint by name, in the order of the file. Immutable. */
public final class NamedTensors {
  private final String source;
  private final Map<String, NamedTensor> tensors;

  /**
   * Collects tensors.
   *
   * @param source where they come from, for messages
   * @param tensors in order
   * @throws IllegalArgumentException if two have the same name
   */
  public NamedTensors(String source, List<NamedTensor> tensors) {
    Map<String, NamedTensor> byName = new LinkedHashMap<>();
    for (NamedTensor tensor : tensors) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException(
            "Two tensors of %s are named (%s).".formatted(source, tensor.name()));
      }
    }
    this.source = source;
    this.tensors = Collections.unmodifiableMap(byName);
  }

  /**
   * The names.
   *
   * @return in the order of the file
   */
  public List<String> names() {
    return new ArrayList<>(tensors.keySet());
  }

  /**
   * All tensors.
   *
   * @return in the order of the file
   */
  public List<NamedTensor> all() {
    return new ArrayList<>(tensors.values());
  }

  /**
   * One tensor whose shape is known beforehand.
   *
   * @param name its name
   * @param shape the shape that it must have
   * @return the tensor
   * @throws IllegalArgumentException if it is missing or has another shape
   */
  public NamedTensor get(String name, List<Integer> shape) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "The checkpoint %s has no tensor (%s). It has %d, the first are %s."
              .formatted(source, name, tensors.size(), names().stream().limit(5).toList()));
    }
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "The tensor (%s) of the checkpoint %s has the shape %s; %s is needed."
              .formatted(name, source, tensor.shape(), shape));
    }
    return tensor;
  }

  /**
   * The same tensors under shorter names, such as those that torch's {@code DataParallel} prefixed
   * with {@code module.}.
   *
   * @param prefix what every name begins with
   * @return new tensors that share the values
   * @throws IllegalArgumentException if a name begins otherwise
   */
  public NamedTensors withoutPrefix(String prefix) {
    List<NamedTensor> shortened = new ArrayList<>();
    for (NamedTensor tensor : tensors.values()) {
      if (!tensor.name().startsWith(prefix)) {
        throw new IllegalArgumentException(
            "The tensor (%s) of the checkpoint %s does not begin with the prefix (%s). Read it without one."
                .formatted(tensor.name(), source, prefix));
      }
      String name = tensor.name().substring(prefix.length());
      shortened.add(new NamedTensor(name, tensor.shape(), tensor.values()));
    }
    return new NamedTensors(source, shortened);
  }
}
