package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** Mean pooling that does not count the padding. */
final class AveragePooling {
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape THREE = new Shape(3, 3);
  private static final Shape NONE = new Shape(0, 0);

  private AveragePooling() {}

  // The mean of 3x3; keeps the side.
  static NDArray smooth(NDArray maps) {
    return Pool.avgPool2d(maps, THREE, ONE, ONE, false, false);
  }

  // The mean of 2x2; halves the side, rounded up.
  static NDArray halve(NDArray maps) {
    return Pool.avgPool2d(maps, TWO, TWO, NONE, true, false);
  }
}
