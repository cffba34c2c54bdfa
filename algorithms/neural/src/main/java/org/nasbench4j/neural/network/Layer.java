package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** A part of a network: feature maps in, feature maps out. Results live in the input's manager. */
@FunctionalInterface
public interface Layer {

  /**
   * Computes the layer.
   *
   * @param input feature maps: images, channels, height, width
   * @param statistics what batch normalisations normalise by
   * @return feature maps
   */
  NDArray forward(NDArray input, BatchStatistics statistics);

  /**
   * This layer and another one after it.
   *
   * @param next is given what this one returns
   * @return both as one
   */
  default Layer then(Layer next) {
    return (input, statistics) -> next.forward(forward(input, statistics), statistics);
  }
}
