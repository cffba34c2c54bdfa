package org.nasbench4j.neural.network;

/** NAS-Bench-101's convolutions: without bias, then batch normalisation, then ReLU. */
public final class BnConvolutions {
  // The share of the running statistics that a batch leaves, as the benchmark trained.
  private static final float TRACKED = 0.997f;

  private final Weights weights;

  /**
   * Makes layers of weights.
   *
   * @param weights are drawn in the order in which layers are asked for
   */
  public BnConvolutions(Weights weights) {
    this.weights = weights;
  }

  /**
   * A layer with stride 1 that keeps the side.
   *
   * @param name unique in the network
   * @param from channels of the input
   * @param to channels of the output
   * @param kernel height and width of the window, odd
   * @return the layer
   */
  public Layer of(String name, int from, int to, int kernel) {
    return weights
        .conv(name + ".conv", from, to, kernel, 1)
        .then(weights.norm(name + ".norm", to, TRACKED))
        .then((input, statistics) -> FeatureMaps.rectified(input));
  }
}
