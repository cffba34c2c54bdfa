package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** NAS-Bench-101's convolutions: without bias, then batch normalisation, then ReLU. */
final class BnConvolutions {
  // The share of the running statistics that a batch leaves, as the benchmark trained.
  private static final float TRACKED = 0.997f;

  private final Weights weights;

  BnConvolutions(Weights weights) {
    this.weights = weights;
  }

  Layer of(String name, int from, int to, int kernel) {
    return weights
        .conv(name + ".conv", from, to, kernel, 1)
        .then(weights.norm(name + ".norm", to, TRACKED))
        .then((input, statistics) -> relu(input));
  }

  private static NDArray relu(NDArray maps) {
    return maps.getNDArrayInternal().relu();
  }
}
