package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** What networks compute of feature maps without weights. Results live in the maps' manager. */
public final class FeatureMaps {

  private FeatureMaps() {}

  /**
   * ReLU.
   *
   * @param maps any
   * @return the maps, zero where they are negative
   */
  public static NDArray rectified(NDArray maps) {
    return maps.getNDArrayInternal().relu();
  }

  /**
   * The mean of each map.
   *
   * @param maps images, channels, height, width
   * @return images, channels
   */
  public static NDArray pooled(NDArray maps) {
    return Linear.pooled(maps);
  }

  /**
   * The maximum of windows of 3x3; what lies outside never wins.
   *
   * @param maps images, channels, height, width
   * @return maps of the same side
   */
  public static NDArray greatest(NDArray maps) {
    return MaxPooling.smooth(maps);
  }

  /**
   * The maximum of windows of 2x2, the first of which begins outside: 32 pixels become 17, and 17
   * become 9.
   *
   * @param maps images, channels, height, width
   * @return maps of half the side and half a pixel or one more
   */
  public static NDArray halvedFromOutside(NDArray maps) {
    return MaxPooling.halveFromOutside(maps);
  }
}
