package org.nasbench4j.space.nb201;

import org.nasbench4j.space.NetworkCount;

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
  private final NetworkCount fixed;
  private final NetworkCount perConv1x1;
  private final NetworkCount perConv3x3;

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
    return fixed.parameters()
        + cell.count(Operation.NOR_CONV_1X1) * perConv1x1.parameters()
        + cell.count(Operation.NOR_CONV_3X3) * perConv3x3.parameters();
  }

  /**
   * What the benchmark calls FLOPs: the multiply-accumulate operations of the convolutions, plus
   * weights and biases of the linear layer. The benchmark's files give it in millions.
   *
   * @param cell the cell
   * @return operations for one image
   */
  public long flops(Nb201Cell cell) {
    return fixed.flops()
        + cell.count(Operation.NOR_CONV_1X1) * perConv1x1.flops()
        + cell.count(Operation.NOR_CONV_3X3) * perConv3x3.flops();
  }

  private static NetworkCount fixed(NetworkShape shape) {
    NetworkCount network =
        NetworkCount.convolution(3, 3, shape.channels(0), shape.side(0))
            .plus(NetworkCount.normalisation(shape.channels(0)));
    for (int stage = 1; stage < NetworkShape.STAGES; stage++) {
      network =
          network.plus(
              NetworkCount.residual(
                  shape.channels(stage) / 2, shape.channels(stage), shape.side(stage)));
    }
    int features = shape.channels(NetworkShape.STAGES - 1);
    return network
        .plus(NetworkCount.normalisation(features))
        .plus(NetworkCount.linear(features, shape.classes()));
  }

  private static NetworkCount inEveryCell(NetworkShape shape, int kernel) {
    NetworkCount sum = NetworkCount.NONE;
    for (int stage = 0; stage < NetworkShape.STAGES; stage++) {
      int channels = shape.channels(stage);
      NetworkCount one =
          NetworkCount.convolution(kernel, channels, channels, shape.side(stage))
              .plus(NetworkCount.normalisation(channels));
      sum = sum.plus(one.times(shape.cellsPerStage()));
    }
    return sum;
  }
}
