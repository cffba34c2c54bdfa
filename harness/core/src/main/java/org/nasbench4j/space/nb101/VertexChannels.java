package org.nasbench4j.space.nb101;

/**
 * How many channels each vertex of a module has.
 *
 * <p>The vertices that lead to the output share its channels: each gets the whole part of the
 * quotient, the first ones one more until nothing is left. Every other interior vertex has as many
 * as the widest of its successors. Source: {@code compute_vertex_channels} of the published code.
 */
public final class VertexChannels {

  private VertexChannels() {}

  /**
   * The channels of the vertices.
   *
   * @param module a pruned module
   * @param input the channels of the input
   * @param output the channels of the output, at least as many as interior vertices lead to it
   * @return one number for each vertex, at least 1
   * @throws IllegalArgumentException if the module is not pruned or the channels do not suffice
   */
  public static int[] of(Nb101Module module, int input, int output) {
    int last = module.vertices() - 1;
    int[] channels = new int[last + 1];
    channels[0] = input;
    channels[last] = output;
    // All but the input's own edge.
    int parts = module.predecessors(last) & ~1;
    check(module, input, output, Integer.bitCount(parts));
    int extra = parts == 0 ? 0 : output % Integer.bitCount(parts);
    for (int vertex = 1; vertex < last; vertex++) {
      if (((parts >>> vertex) & 1) == 1) {
        channels[vertex] = output / Integer.bitCount(parts) + (extra > 0 ? 1 : 0);
        extra--;
      }
    }
    for (int vertex = last - 1; vertex > 0; vertex--) {
      if (((parts >>> vertex) & 1) == 0) {
        channels[vertex] = widest(channels, module.successors(vertex));
      }
    }
    return channels;
  }

  private static int widest(int[] channels, int vertices) {
    int widest = 0;
    for (int rest = vertices; rest != 0; rest &= rest - 1) {
      widest = Math.max(widest, channels[Integer.numberOfTrailingZeros(rest)]);
    }
    return widest;
  }

  private static void check(Nb101Module module, int input, int output, int parts) {
    if (!module.pruned().equals(module)) {
      throw new IllegalArgumentException(
          "The module (%s) has vertices on no path. Prune it first.".formatted(module.text()));
    }
    if (input < 1 || output < Math.max(1, parts)) {
      throw new IllegalArgumentException(
          "The channels (%d in, %d out) must be at least 1, and %d out for the vertices that share them."
              .formatted(input, output, Math.max(1, parts)));
    }
  }
}
