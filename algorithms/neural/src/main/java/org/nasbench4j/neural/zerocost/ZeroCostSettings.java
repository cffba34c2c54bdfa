package org.nasbench4j.neural.zerocost;

import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * What a cell is built into, and how many images it is shown.
 *
 * @param channels the channels of the network's first stage, at least 1
 * @param cellsPerStage how often each stage repeats the cell, at least 1
 * @param batch the images, at least 1
 */
public record ZeroCostSettings(int channels, int cellsPerStage, int batch) {

  /** Checks the number of images; the others are checked with the {@link #shape}. */
  public ZeroCostSettings {
    if (batch < 1) {
      throw new IllegalArgumentException("The batch (%s) must be at least 1.".formatted(batch));
    }
  }

  /**
   * Reads the name of a preset.
   *
   * <p>{@code benchmark} is the network that NAS-Bench-201 trained (16 channels, 5 cells in each
   * stage) and 64 images: the published files do not name their batch, but naswot grows with it,
   * and with 64 it is on their level. {@code micro} is a small network (4 channels, 1 cell) and 8
   * images, for tests; it ranks little. Synaptic flow looks at one image of ones in both.
   *
   * @param proxy what is computed
   * @param name {@code benchmark} or {@code micro}
   * @return its settings
   * @throws IllegalArgumentException if there is no such preset
   */
  public static ZeroCostSettings preset(ZeroCostProxy proxy, String name) {
    return switch (name) {
      case "benchmark" -> new ZeroCostSettings(16, 5, proxy.seesImages() ? 64 : 1);
      case "micro" -> new ZeroCostSettings(4, 1, proxy.seesImages() ? 8 : 1);
      default ->
          throw new IllegalArgumentException(
              "The preset (%s) of %s must be benchmark or micro.".formatted(name, proxy.id()));
    };
  }

  /**
   * The same network with other images.
   *
   * @param proxy what is computed
   * @param images how many, at least 2
   * @return the settings
   * @throws IllegalArgumentException if there are too few, or the proxy sees no images
   */
  public ZeroCostSettings withBatch(ZeroCostProxy proxy, int images) {
    if (!proxy.seesImages()) {
      throw new IllegalArgumentException(
          "The batch (%d) cannot be chosen for %s, which looks at one image of ones. Leave it out."
              .formatted(images, proxy.id()));
    }
    if (images < 2) {
      throw new IllegalArgumentException(
          "The batch (%d) must be at least 2: %s compares images or normalises by them. Use 64."
              .formatted(images, proxy.id()));
    }
    return new ZeroCostSettings(channels, cellsPerStage, images);
  }

  /**
   * The size of the networks for images of a kind.
   *
   * @param kind the images
   * @return the shape
   * @throws IllegalArgumentException if a number is out of range
   */
  public NetworkShape shape(ImageKind kind) {
    return new NetworkShape(channels, cellsPerStage, kind.classes(), kind.side());
  }
}
