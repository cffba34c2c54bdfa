package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** Fully connected layers, after the mean over each feature map. */
final class Linear {

  private Linear() {}

  static Layer of(NDArray weight, NDArray bias) {
    return (input, statistics) ->
        ai.djl.nn.core.Linear.linear(input, weight, bias).singletonOrThrow();
  }

  // The mean of each feature map: images, channels.
  static NDArray pooled(NDArray maps) {
    long images = maps.getShape().get(0);
    long channels = maps.getShape().get(1);
    return maps.reshape(images, channels, -1).mean(new int[] {2});
  }
}
