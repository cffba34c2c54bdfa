package org.nasbench4j.neural.network;

import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Operation;

/**
 * Which edges of a cell carry something from its input to its output.
 *
 * <p>An edge is live if its operation is not none, its source can be reached from the input, and
 * the output can be reached from its end.
 */
final class LiveEdges {
  private static final int OUTPUT = Nb201Cell.NODES - 1;

  private final boolean[] live = new boolean[Nb201Cell.EDGES];

  LiveEdges(Nb201Cell cell) {
    boolean[] fed = new boolean[Nb201Cell.NODES];
    fed[0] = true;
    for (int node = 1; node <= OUTPUT; node++) {
      for (int source = 0; source < node; source++) {
        live[Nb201Cell.edge(node, source)] = fed[source] && carries(cell, node, source);
        fed[node] |= live[Nb201Cell.edge(node, source)];
      }
    }
    boolean[] used = new boolean[Nb201Cell.NODES];
    used[OUTPUT] = true;
    for (int node = OUTPUT; node > 0; node--) {
      for (int source = 0; source < node; source++) {
        live[Nb201Cell.edge(node, source)] &= used[node];
        used[source] |= live[Nb201Cell.edge(node, source)];
      }
    }
  }

  private static boolean carries(Nb201Cell cell, int node, int source) {
    return cell.operation(node, source) != Operation.NONE;
  }

  boolean live(int node, int source) {
    return live[Nb201Cell.edge(node, source)];
  }

  // The cell without its dead edges.
  static Nb201Cell pruned(Nb201Cell cell) {
    LiveEdges edges = new LiveEdges(cell);
    Nb201Cell pruned = cell;
    for (int edge = 0; edge < Nb201Cell.EDGES; edge++) {
      pruned = edges.live[edge] ? pruned : pruned.with(edge, Operation.NONE);
    }
    return pruned;
  }
}
