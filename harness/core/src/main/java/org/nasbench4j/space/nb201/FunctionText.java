package org.nasbench4j.space.nb201;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes nodes as sorted sums of terms, with skip connections and nested sums expanded.
 *
 * <p>An edge's term appears as often as its end is used. Node 2 is used by 3&lt;-2 alone, so only
 * the edge 1&lt;-0 can appear twice, when both 2&lt;-1 and 3&lt;-1 are live. Marking its
 * convolution in that case therefore compares functions up to the naming of edges.
 */
final class FunctionText {
  private static final String INPUT = "x";
  private static final String SHARED = "!";

  private FunctionText() {}

  static String of(LiveCell cell) {
    return output(cell, cell.edges().stream().filter(edge -> edge.source() == 1).count() > 1);
  }

  static String withoutSharing(LiveCell cell) {
    return output(cell, false);
  }

  private static String output(LiveCell cell, boolean firstIsShared) {
    List<List<String>> nodes = new ArrayList<>();
    nodes.add(List.of(INPUT));
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      List<String> terms = new ArrayList<>();
      for (LiveEdge edge : cell.into(node)) {
        String mark = firstIsShared && edge.node() == 1 ? SHARED : "";
        terms.addAll(terms(edge.operation(), mark, nodes.get(edge.source())));
      }
      nodes.add(terms.stream().sorted().toList());
    }
    return String.join("+", nodes.get(Nb201Cell.NODES - 1));
  }

  // Two averages of the same are the same anyhow: only convolutions have weights to share.
  private static List<String> terms(Operation operation, String mark, List<String> source) {
    String sum = "(" + String.join("+", source) + ")";
    return switch (operation) {
      case NONE -> List.of();
      case SKIP_CONNECT -> source;
      case NOR_CONV_1X1, NOR_CONV_3X3 -> List.of(operation.digit() + mark + sum);
      case AVG_POOL_3X3 -> List.of(operation.digit() + sum);
    };
  }
}
