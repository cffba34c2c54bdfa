package org.nasbench4j.neural.network;

import java.util.List;

/** A tapped network whose weights can be trained. Used by one thread at a time. */
public interface TrainableNetwork extends TappedNetwork {

  /**
   * The trainable arrays.
   *
   * @return in the order of the layers, names unique
   */
  List<Parameter> parameters();

  /**
   * How many scalars are trained; those of dead parts are not there.
   *
   * @return at least 1
   */
  default long parameterCount() {
    return parameters().stream().mapToLong(parameter -> parameter.value().size()).sum();
  }
}
