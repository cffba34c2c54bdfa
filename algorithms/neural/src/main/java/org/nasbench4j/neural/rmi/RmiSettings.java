package org.nasbench4j.neural.rmi;

import org.nasbench4j.space.nb201.NetworkShape;

/**
 * How an architecture is scored.
 *
 * @param channels the channels of the network's first stage, at least 1
 * @param cellsPerStage how often each stage repeats the cell, or each stack the module, at least 1
 * @param batch the images that the network is trained on, at least 2
 * @param iterations forward passes, of which all but the last are followed by an update, at least 1
 * @param learningRate positive, constant
 * @param momentum {@code (0, 1)}
 * @param weightDecay not negative, on every parameter
 * @param mixture what RMI counts beside the cross-entropy, {@code [0, 1]}
 */
public record RmiSettings(
    int channels,
    int cellsPerStage,
    int batch,
    int iterations,
    float learningRate,
    float momentum,
    float weightDecay,
    float mixture) {
  private static final float LEARNING_RATE = 0.1f;
  private static final float MOMENTUM = 0.9f;
  private static final float WEIGHT_DECAY = 5e-4f;
  private static final float MIXTURE = 0.8f;

  /** Checks the ranges. */
  public RmiSettings {
    check("batch", batch, batch >= 2, "at least 2");
    check("iterations", iterations, iterations >= 1, "at least 1");
    check("learning-rate", learningRate, learningRate > 0, "positive");
    check("momentum", momentum, momentum > 0 && momentum < 1, "between 0 and 1");
    check("weight-decay", weightDecay, weightDecay >= 0, "0 or positive");
    check("mixture", mixture, mixture >= 0 && mixture <= 1, "0 to 1");
  }

  private static void check(String name, Object value, boolean holds, String range) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The setting %s (%s) of rmi must be %s.".formatted(name, value, range));
    }
  }

  /**
   * What the authors ran on NAS-Bench-201: the benchmark's own networks, 32 images, 150 iterations.
   *
   * @return the settings
   */
  public static RmiSettings paper() {
    return sized(16, 5, 32, 150);
  }

  /**
   * As {@link #paper}, but 25 iterations: a sixth of the time for about the same ranking.
   *
   * @return the settings
   */
  public static RmiSettings fast() {
    return sized(16, 5, 32, 25);
  }

  /**
   * Small networks for tests: a score takes a fraction of a second and ranks little.
   *
   * @return the settings
   */
  public static RmiSettings micro() {
    return sized(4, 1, 8, 10);
  }

  private static RmiSettings sized(int channels, int cells, int batch, int iterations) {
    return new RmiSettings(
        channels, cells, batch, iterations, LEARNING_RATE, MOMENTUM, WEIGHT_DECAY, MIXTURE);
  }

  /**
   * Reads the name of a preset.
   *
   * @param name {@code paper}, {@code fast} or {@code micro}
   * @return its settings
   * @throws IllegalArgumentException if there is no such preset
   */
  public static RmiSettings preset(String name) {
    return switch (name) {
      case "paper" -> paper();
      case "fast" -> fast();
      case "micro" -> micro();
      default ->
          throw new IllegalArgumentException(
              "The preset (%s) of rmi must be paper, fast or micro.".formatted(name));
    };
  }

  /**
   * The size of NAS-Bench-201 networks for images of a kind.
   *
   * @param classes the images' classes
   * @param side their height and width in pixels
   * @return the shape
   * @throws IllegalArgumentException if a number is out of range
   */
  public NetworkShape shape(int classes, int side) {
    return new NetworkShape(channels, cellsPerStage, classes, side);
  }
}
