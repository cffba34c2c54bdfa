package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/**
 * The residual block between two stages: halves the side, rounded up, and doubles the channels.
 *
 * <p>Two convolutions 3x3, each after ReLU and before batch normalisation, plus a shortcut of mean
 * pooling and a convolution 1x1 without normalisation.
 */
public final class ReductionLayer implements Layer {
  private final Layer first;
  private final Layer second;
  private final Layer shortcut;
  private final Rectifier rectifier;

  /**
   * Makes a block.
   *
   * @param weights makes its layers
   * @param name unique in the network
   * @param from channels of the input
   * @param to channels of the output
   */
  public ReductionLayer(Weights weights, String name, int from, int to) {
    first = weights.conv(name + ".conv1", from, to, 3, 2).then(weights.norm(name + ".norm1", to));
    second = weights.conv(name + ".conv2", to, to, 3, 1).then(weights.norm(name + ".norm2", to));
    shortcut = weights.conv(name + ".shortcut", from, to, 1, 1);
    rectifier = weights.rectifier();
  }

  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    NDArray half = first.forward(rectifier.of(input), statistics);
    NDArray branch = second.forward(rectifier.of(half), statistics);
    return branch.add(shortcut.forward(AveragePooling.halve(input), statistics));
  }
}
