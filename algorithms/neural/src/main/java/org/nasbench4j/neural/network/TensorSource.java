package org.nasbench4j.neural.network;

import java.util.List;
import org.nasbench4j.tensor.NamedTensor;

/** Where the arrays of a network come from: a checkpoint, or a generator of first values. */
@FunctionalInterface
public interface TensorSource {

  /**
   * The array of a name.
   *
   * @param name as PyTorch names it, for example {@code layer1.0.conv1.weight}
   * @param shape its axes; weights have outputs first and inputs second
   * @return a tensor of this name and shape
   * @throws IllegalArgumentException if there is none, or one of another shape
   */
  NamedTensor get(String name, List<Integer> shape);
}
