package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** The maximum of windows; what lies outside of a feature map never wins. */
final class MaxPooling {
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape THREE = new Shape(3, 3);
  private static final Shape NONE = new Shape(0, 0);

  private MaxPooling() {}

  // Of 3x3; keeps the side.
  static NDArray smooth(NDArray maps) {
    return Pool.maxPool2d(maps, THREE, ONE, ONE, false);
  }

  // Of 2x2; halves the side, rounded up.
  static NDArray halve(NDArray maps) {
    return Pool.maxPool2d(maps, TWO, TWO, NONE, true);
  }

  // Of 2x2 from one pixel outside, as in the one-shot model: 32 pixels become 17, 17 become 9.
  static NDArray halveFromOutside(NDArray maps) {
    return Pool.maxPool2d(maps, TWO, TWO, ONE, false);
  }
}
