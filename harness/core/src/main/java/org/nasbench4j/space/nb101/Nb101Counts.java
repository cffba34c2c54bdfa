package org.nasbench4j.space.nb101;

import org.nasbench4j.space.NetworkCount;

/**
 * Exact parameter and operation counts of the networks of one shape, for images of three colours.
 *
 * <p>Isomorphic modules may differ by some channels' worth, since the vertices that lead to the
 * output share its channels in the order in which they are written; the benchmark's published
 * counts are those of the modules as its records write them. Immutable and thread-safe; a count
 * takes well under a microsecond for each module of the network.
 */
public final class Nb101Counts {
  private static final int COLOURS = 3;

  private final Nb101Shape shape;

  /**
   * Counts networks of a shape.
   *
   * @param shape the networks' shape
   */
  public Nb101Counts(Nb101Shape shape) {
    this.shape = shape;
  }

  /**
   * The trainable parameters: weights of convolutions, two for each channel of a batch
   * normalisation, weights and biases of the linear layer.
   *
   * @param module the module; it is pruned first
   * @return the number of scalars
   */
  public long parameters(Nb101Module module) {
    return count(module).parameters();
  }

  /**
   * The multiply-accumulate operations of the convolutions, plus weights and biases of the linear
   * layer: what NAS-Bench-201 calls FLOPs.
   *
   * @param module the module; it is pruned first
   * @return operations for one image
   */
  public long flops(Nb101Module module) {
    return count(module).flops();
  }

  private NetworkCount count(Nb101Module module) {
    Nb101Module pruned = module.pruned();
    NetworkCount network = conv(3, COLOURS, shape.channels(0), shape.side(0));
    int from = shape.channels(0);
    for (int stack = 0; stack < Nb101Shape.STACKS; stack++) {
      int to = shape.channels(stack);
      int side = shape.side(stack);
      NetworkCount others = module(pruned, to, to, side).times(shape.modulesPerStack() - 1);
      network = network.plus(module(pruned, from, to, side)).plus(others);
      from = to;
    }
    return network.plus(NetworkCount.linear(from, shape.classes()));
  }

  private static NetworkCount module(Nb101Module pruned, int input, int output, int side) {
    int[] channels = VertexChannels.of(pruned, input, output);
    NetworkCount sum = NetworkCount.NONE;
    for (int vertex = 1; vertex < channels.length; vertex++) {
      if (pruned.hasEdge(0, vertex)) {
        sum = sum.plus(conv(1, input, channels[vertex], side));
      }
      if (vertex < channels.length - 1) {
        sum = sum.plus(operation(pruned.operation(vertex), channels[vertex], side));
      }
    }
    return sum;
  }

  private static NetworkCount operation(VertexOperation operation, int channels, int side) {
    return switch (operation) {
      case CONV_3X3 -> conv(3, channels, channels, side);
      case CONV_1X1 -> conv(1, channels, channels, side);
      case MAX_POOL_3X3 -> NetworkCount.NONE;
    };
  }

  // A convolution without bias, and its batch normalisation.
  private static NetworkCount conv(int kernel, int from, int to, int side) {
    return NetworkCount.convolution(kernel, from, to, side).plus(NetworkCount.normalisation(to));
  }
}
