package org.nasbench4j.space.size;

import org.nasbench4j.space.NetworkCount;

/**
 * Exact parameter and operation counts of the networks for images of one side and one number of
 * classes.
 *
 * <p>A stem of 3x3 convolutions leads into the first stage and a linear layer out of the last. In a
 * cell whose width is not that of the stage before, the convolutions that leave the first node
 * change the width, and the skip edge is a 1x1 convolution with batch normalisation. Constant time;
 * immutable and thread-safe.
 *
 * <p>Example: the network {@code 8:8:8:16:32} has 49,202 parameters and 6,840,650 operations for 10
 * classes and images of 32 pixels.
 */
public final class SizeCounts {
  private static final int COLOURS = 3;
  private static final int MOST_CLASSES = 100_000;
  private static final int LARGEST_SIDE = 1_024;

  /** The convolutions of the cell that leave its first node, and its others. */
  private static final int FROM_INPUT = 2;

  private static final int INSIDE = 3;

  private final int classes;
  private final int side;

  /**
   * Counts networks of any widths.
   *
   * @param classes the outputs of the linear layer, {@code [1, 100000]}
   * @param side the height and width of the images, {@code [1, 1024]} pixels; images have three
   *     colours
   * @throws IllegalArgumentException if a number is out of range
   */
  public SizeCounts(int classes, int side) {
    this.classes = checked("classes", classes, MOST_CLASSES);
    this.side = checked("image side", side, LARGEST_SIDE);
  }

  private static int checked(String name, int value, int greatest) {
    if (value < 1 || value > greatest) {
      throw new IllegalArgumentException(
          "The network's %s (%d) must be 1 to %d.".formatted(name, value, greatest));
    }
    return value;
  }

  /**
   * The trainable parameters: weights of convolutions, two for each channel of a batch
   * normalisation, weights and biases of the linear layer.
   *
   * @param network the network
   * @return the number of scalars
   */
  public long parameters(SizeNetwork network) {
    return count(network).parameters();
  }

  /**
   * What the benchmark calls FLOPs: the multiply-accumulate operations of the convolutions, plus
   * weights and biases of the linear layer. The benchmark's files give it in millions.
   *
   * @param network the network
   * @return operations for one image
   */
  public long flops(SizeNetwork network) {
    return count(network).flops();
  }

  private NetworkCount count(SizeNetwork network) {
    int width = network.width(0);
    int maps = side;
    NetworkCount sum = conv(3, COLOURS, width, maps);
    for (int stage = 0; stage < SizeNetwork.STAGES; stage++) {
      int next = network.width(stage);
      if (halves(stage)) {
        maps = (maps + 1) / 2;
        sum = sum.plus(NetworkCount.residual(width, next, maps));
      } else {
        sum = sum.plus(cell(width, next, maps));
      }
      width = next;
    }
    return sum.plus(NetworkCount.normalisation(width)).plus(NetworkCount.linear(width, classes));
  }

  // Every second stage, whatever its width.
  private static boolean halves(int stage) {
    return stage % 2 == 1;
  }

  private static NetworkCount cell(int from, int to, int maps) {
    NetworkCount edges =
        conv(3, from, to, maps).times(FROM_INPUT).plus(conv(3, to, to, maps).times(INSIDE));
    return from == to ? edges : edges.plus(conv(1, from, to, maps));
  }

  // A convolution and its batch normalisation.
  private static NetworkCount conv(int kernel, int from, int to, int maps) {
    return NetworkCount.convolution(kernel, from, to, maps).plus(NetworkCount.normalisation(to));
  }
}
