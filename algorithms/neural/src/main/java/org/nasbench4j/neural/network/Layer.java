package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** A part of a network: feature maps in, feature maps out. Results live in the input's manager. */
@FunctionalInterface
interface Layer {
  NDArray forward(NDArray input, BatchStatistics statistics);

  default Layer then(Layer next) {
    return (input, statistics) -> next.forward(forward(input, statistics), statistics);
  }
}
