package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** Fully connected layers, after the mean over each feature map. */
final class Linear {
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape NONE = new Shape(0, 0);

  private Linear() {}

  static Layer of(NDArray weight, NDArray bias) {
    return (input, statistics) ->
        ai.djl.nn.core.Linear.linear(input, weight, bias).singletonOrThrow();
  }

  // Each group of inputs has outputs of its own: a convolution of maps of one pixel.
  static Layer of(NDArray weight, NDArray bias, int groups) {
    return (input, statistics) -> {
      Shape inputs = input.getShape();
      NDArray maps = input.reshape(inputs.get(0), inputs.get(1), 1, 1);
      // A view of what is trained, made anew because it is recorded; it must not outlive the step.
      NDArray kernels = weight.reshape(weight.getShape().get(0), weight.getShape().get(1), 1, 1);
      kernels.attach(input.getManager());
      return Conv2d.conv2d(maps, kernels, bias, ONE, NONE, ONE, groups)
          .singletonOrThrow()
          .reshape(inputs.get(0), -1);
    };
  }

  // The mean of each feature map: images, channels.
  static NDArray pooled(NDArray maps) {
    long images = maps.getShape().get(0);
    long channels = maps.getShape().get(1);
    return maps.reshape(images, channels, -1).mean(new int[] {2});
  }
}
