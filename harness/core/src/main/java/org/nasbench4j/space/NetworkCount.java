package org.nasbench4j.space;

/**
 * What a part of a network has and does, as NAS-Bench-201 counts it.
 *
 * @param parameters trainable scalars
 * @param flops multiply-accumulate operations for one image; those of convolutions, and weights and
 *     biases of linear layers
 */
public record NetworkCount(long parameters, long flops) {

  /** Of a part that learns and computes nothing. */
  public static final NetworkCount NONE = new NetworkCount(0, 0);

  /**
   * Of a convolution with padding and without bias.
   *
   * @param kernel its side
   * @param from the channels that enter
   * @param to the channels that leave
   * @param side the side of the maps that leave
   * @return the count
   */
  public static NetworkCount convolution(int kernel, int from, int to, int side) {
    long weights = (long) kernel * kernel * from * to;
    return new NetworkCount(weights, weights * side * side);
  }

  /**
   * Of a batch normalisation that learns scale and shift.
   *
   * @param channels its channels
   * @return the count, without operations
   */
  public static NetworkCount normalisation(int channels) {
    return new NetworkCount(2L * channels, 0);
  }

  /**
   * Of a residual block: two convolutions of 3x3 with batch normalisation, and one of 1x1 without
   * on the shortcut.
   *
   * @param from the channels that enter
   * @param to the channels that leave
   * @param side the side of the maps that leave
   * @return the count
   */
  public static NetworkCount residual(int from, int to, int side) {
    return convolution(3, from, to, side)
        .plus(normalisation(to))
        .plus(convolution(3, to, to, side))
        .plus(normalisation(to))
        .plus(convolution(1, from, to, side));
  }

  /**
   * Of a linear layer with biases.
   *
   * @param features the numbers that enter
   * @param classes the numbers that leave
   * @return the count
   */
  public static NetworkCount linear(int features, int classes) {
    long scalars = (long) features * classes + classes;
    return new NetworkCount(scalars, scalars);
  }

  /**
   * Both together.
   *
   * @param other another part
   * @return the sum
   */
  public NetworkCount plus(NetworkCount other) {
    return new NetworkCount(parameters + other.parameters, flops + other.flops);
  }

  /**
   * Of several equal parts.
   *
   * @param parts how many, at least 0
   * @return the sum
   */
  public NetworkCount times(int parts) {
    return new NetworkCount(parameters * parts, flops * parts);
  }
}
