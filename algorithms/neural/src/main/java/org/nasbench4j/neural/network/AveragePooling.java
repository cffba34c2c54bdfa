package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Mean pooling of 3x3 that keeps the side and does not count the padding.
 *
 * <p>Computed as a convolution of each channel with ones, divided by how many pixels were there:
 * DJL 0.35.1 counts the padding even where it is told not to, and its pooling takes three to four
 * times as long on a processor.
 */
final class AveragePooling implements Layer {
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);
  private static final Shape NONE = new Shape(0, 0);

  private final NDManager manager;
  private final NDArray ones;

  // By side of the feature maps.
  private final Map<Long, NDArray> shares = new HashMap<>();

  AveragePooling(NDManager manager, DataType type, int channels) {
    this.manager = manager;
    ones = manager.ones(new Shape(channels, 1, 3, 3), type);
  }

  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    int channels = Math.toIntExact(input.getShape().get(1));
    NDArray share = shares.computeIfAbsent(input.getShape().get(2), this::shares);
    return Conv2d.conv2d(input, ones, null, ONE, ONE, ONE, channels).singletonOrThrow().mul(share);
  }

  // One over the pixels that a window covers: 1/9 inside, 1/6 at borders, 1/4 in corners.
  private NDArray shares(long length) {
    int side = Math.toIntExact(length);
    double[] values = new double[side * side];
    Arrays.setAll(values, i -> 1.0 / (covered(i / side, side) * covered(i % side, side)));
    // Of the same type, the engine makes no copy even where it is told to.
    try (NDArray doubles = manager.create(values, new Shape(1, 1, side, side));
        NDArray typed = doubles.toType(ones.getDataType(), true)) {
      return typed.duplicate();
    }
  }

  private static int covered(int at, int side) {
    return Math.min(at + 1, side - 1) - Math.max(at - 1, 0) + 1;
  }

  // The mean of 2x2; halves the side, rounded up.
  static NDArray halve(NDArray maps) {
    return Pool.avgPool2d(maps, TWO, TWO, NONE, true, false);
  }
}
