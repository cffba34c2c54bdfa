package org.nasbench4j.space.nb201;

/**
 * Exact parameter and operation counts of the networks of one shape.
 *
 * <p>As in the benchmark, all six edges count, those that lead nowhere included, so that a count
 * depends only on how many convolutions a cell has. Constant time; immutable and thread-safe.
 *
 * <p>Example: the cell {@code 421211} in the shape {@code published(10, 32)} has 129,306 parameters
 * and 15,647,370 operations.
 */
public final class Nb201Counts {
  private final Count fixed;
  private final Count perConv1x1;
  private final Count perConv3x3;

  /**
   * Counts what does not depend on the cell.
   *
   * @param shape the networks' shape
   */
  public Nb201Counts(NetworkShape shape) {
    fixed = fixed(shape);
    perConv1x1 = inEveryCell(shape, 1);
    perConv3x3 = inEveryCell(shape, 3);
  }

  /**
   * The trainable parameters: weights of convolutions, two for each channel of a batch
   * normalisation, weights and biases of the linear layer.
   *
   * @param cell the cell
   * @return the number of scalars
   */
  public long parameters(Nb201Cell cell) {
    return fixed.parameters
        + cell.count(Operation.NOR_CONV_1X1) * perConv1x1.parameters
        + cell.count(Operation.NOR_CONV_3X3) * perConv3x3.parameters;
  }

  /**
   * What the benchmark calls FLOPs: the multiply-accumulate operations of the convolutions, plus
   * weights and biases of the linear layer. The benchmark's files give it in millions.
   *
   * @param cell the cell
   * @return operations for one image
   */
  public long flops(Nb201Cell cell) {
    return fixed.flops
        + cell.count(Operation.NOR_CONV_1X1) * perConv1x1.flops
        + cell.count(Operation.NOR_CONV_3X3) * perConv3x3.flops;
  }

  private static Count fixed(NetworkShape shape) {
    Count network = conv(3, 3, shape.channels(0), shape.side(0)).plus(norm(shape.channels(0)));
    for (int stage = 1; stage < NetworkShape.STAGES; stage++) {
      network = network.plus(residual(shape.channels(stage), shape.side(stage)));
    }
    int features = shape.channels(NetworkShape.STAGES - 1);
    long linear = (long) features * shape.classes() + shape.classes();
    return network.plus(norm(features)).plus(new Count(linear, linear));
  }

  // Two convolutions 3x3 with batch normalisation, and one 1x1 without on the shortcut.
  private static Count residual(int channels, int side) {
    return conv(3, channels / 2, channels, side)
        .plus(norm(channels))
        .plus(conv(3, channels, channels, side))
        .plus(norm(channels))
        .plus(conv(1, channels / 2, channels, side));
  }

  private static Count inEveryCell(NetworkShape shape, int kernel) {
    Count sum = new Count(0, 0);
    for (int stage = 0; stage < NetworkShape.STAGES; stage++) {
      int channels = shape.channels(stage);
      Count one = conv(kernel, channels, channels, shape.side(stage)).plus(norm(channels));
      sum = sum.plus(one.times(shape.cellsPerStage()));
    }
    return sum;
  }

  private static Count conv(int kernel, int from, int to, int side) {
    long weights = (long) kernel * kernel * from * to;
    return new Count(weights, weights * side * side);
  }

  private static Count norm(int channels) {
    return new Count(2L * channels, 0);
  }

  // What a part of a network has and does.
  private record Count(long parameters, long flops) {
    Count plus(Count other) {
      return new Count(parameters + other.parameters, flops + other.flops);
    }

    Count times(int factor) {
      return new Count(parameters * factor, flops * factor);
    }
  }
}
