package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.jspecify.annotations.Nullable;

/** Two-dimensional convolutions whose padding keeps the side at stride 1. */
final class Convolutions {
  private static final Shape DENSE = new Shape(1, 1);

  private Convolutions() {}

  static Layer of(NDArray weight, int kernel, int stride) {
    return of(weight, kernel, stride, 1);
  }

  // Each group of channels is convolved for itself.
  static Layer of(NDArray weight, int kernel, int stride, int groups) {
    return of(weight, null, kernel, stride, groups);
  }

  // With bias, at stride 1.
  static Layer of(NDArray weight, NDArray bias, int kernel, int groups) {
    return of(weight, bias, kernel, 1, groups);
  }

  private static Layer of(
      NDArray weight, @Nullable NDArray bias, int kernel, int stride, int groups) {
    Shape strides = new Shape(stride, stride);
    Shape padding = new Shape(kernel / 2, kernel / 2);
    return (input, statistics) ->
        Conv2d.conv2d(input, weight, bias, strides, padding, DENSE, groups).singletonOrThrow();
  }
}
