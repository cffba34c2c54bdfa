package org.nasbench4j.space.nb201;

/**
 * The size of the network that a cell is built into: a stem, three stages of cells with residual
 * blocks between them that halve the side (rounded up) and double the channels, and a linear layer.
 *
 * @param channels the channels of the first stage, {@code [1, 1024]}
 * @param cellsPerStage how often each stage repeats the cell, {@code [1, 100]}
 * @param classes the outputs of the linear layer, {@code [1, 100000]}
 * @param side the height and width of the input images, {@code [1, 1024]} pixels; images have three
 *     colours
 */
public record NetworkShape(int channels, int cellsPerStage, int classes, int side) {

  /** The number of stages. */
  public static final int STAGES = 3;

  private static final int PUBLISHED_CHANNELS = 16;
  private static final int PUBLISHED_CELLS_PER_STAGE = 5;

  /** Checks the ranges, within which every count fits a long. */
  public NetworkShape {
    check("channels", channels, 1_024);
    check("cells per stage", cellsPerStage, 100);
    check("classes", classes, 100_000);
    check("image side", side, 1_024);
  }

  private static void check(String name, int value, int greatest) {
    if (value < 1 || value > greatest) {
      throw new IllegalArgumentException(
          "The network's %s (%d) must be 1 to %d.".formatted(name, value, greatest));
    }
  }

  /**
   * The shape that NAS-Bench-201 trained: 16 channels and five cells in each stage.
   *
   * @param classes the classes of the data set
   * @param side the height and width of its images, in pixels
   * @return the shape
   * @throws IllegalArgumentException if a number is out of range
   */
  public static NetworkShape published(int classes, int side) {
    return new NetworkShape(PUBLISHED_CHANNELS, PUBLISHED_CELLS_PER_STAGE, classes, side);
  }

  /**
   * The channels of a stage.
   *
   * @param stage {@code [0, 2]}
   * @return {@link #channels} doubled {@code stage} times
   * @throws IllegalArgumentException if the stage is out of range
   */
  public int channels(int stage) {
    return channels << checkedStage(stage);
  }

  /**
   * The side of the feature maps of a stage.
   *
   * @param stage {@code [0, 2]}
   * @return {@link #side} halved {@code stage} times, each time rounded up: 14, 7, 4
   * @throws IllegalArgumentException if the stage is out of range
   */
  public int side(int stage) {
    int scale = 1 << checkedStage(stage);
    return (side + scale - 1) / scale;
  }

  private static int checkedStage(int stage) {
    if (stage < 0 || stage >= STAGES) {
      throw new IllegalArgumentException("The stage (%d) must be 0 to 2.".formatted(stage));
    }
    return stage;
  }
}
