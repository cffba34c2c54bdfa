package org.nasbench4j.space.nb201;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a cell that its output depends on: what a network is built from.
 *
 * <p>An edge is live if its operation is not {@code none}, its source is not identically zero, and
 * its end reaches node 3 over such edges. In the benchmark's own networks a convolution of zeros
 * still hands on the trainable shift of its batch normalisation; here it is left out. Immutable and
 * thread-safe.
 *
 * <p>Example: of {@code 301011} the edges 1&lt;-0, 2&lt;-1, 3&lt;-1 and 3&lt;-2 are live, and its
 * one convolution counts twice in the output.
 */
public final class LiveCell {
  private static final int OUTPUT = Nb201Cell.NODES - 1;

  private final List<LiveEdge> edges;

  private LiveCell(List<LiveEdge> edges) {
    this.edges = List.copyOf(edges);
  }

  /**
   * The live part of a cell.
   *
   * @param cell any cell
   * @return its live edges
   */
  public static LiveCell of(Nb201Cell cell) {
    boolean[] fed = fed(cell);
    boolean[] used = used(cell);
    List<LiveEdge> edges = new ArrayList<>(Nb201Cell.EDGES);
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      for (int source = 0; source < node; source++) {
        if (isPresent(cell, node, source) && fed[source] && used[node]) {
          int number = Nb201Cell.edge(node, source);
          edges.add(new LiveEdge(number, source, node, cell.operation(number)));
        }
      }
    }
    return new LiveCell(edges);
  }

  private static boolean isPresent(Nb201Cell cell, int node, int source) {
    return cell.operation(node, source) != Operation.NONE;
  }

  // Which nodes the input reaches: the others are identically zero.
  private static boolean[] fed(Nb201Cell cell) {
    boolean[] fed = new boolean[Nb201Cell.NODES];
    fed[0] = true;
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      for (int source = 0; source < node; source++) {
        fed[node] |= fed[source] && isPresent(cell, node, source);
      }
    }
    return fed;
  }

  // Which nodes reach the output.
  private static boolean[] used(Nb201Cell cell) {
    boolean[] used = new boolean[Nb201Cell.NODES];
    used[OUTPUT] = true;
    for (int source = OUTPUT - 1; source >= 0; source--) {
      for (int node = source + 1; node < Nb201Cell.NODES; node++) {
        used[source] |= used[node] && isPresent(cell, node, source);
      }
    }
    return used;
  }

  /**
   * The live edges.
   *
   * @return in the order of edges; empty if the cell is disconnected
   */
  public List<LiveEdge> edges() {
    return edges;
  }

  /**
   * The live edges that end in a node, whose sum the node is.
   *
   * @param node {@code [1, 3]}
   * @return in the order of sources; empty if the node is not live
   */
  public List<LiveEdge> into(int node) {
    return edges.stream().filter(edge -> edge.node() == node).toList();
  }

  /**
   * The cell without its dead edges.
   *
   * @return the same operations on live edges, {@code none} on the others
   */
  public Nb201Cell pruned() {
    Nb201Cell pruned = Nb201Cell.ofCode(0);
    for (LiveEdge edge : edges) {
      pruned = pruned.with(edge.number(), edge.operation());
    }
    return pruned;
  }

  /**
   * Whether no path leads from input to output, so that the cell computes zeros.
   *
   * @return true for 341 of the 15,625 cells
   */
  public boolean isDisconnected() {
    return edges.isEmpty();
  }

  /**
   * The function that the cell computes, as text: equal texts, equal functions of equally many
   * weights.
   *
   * <p>Skip connections are expanded, sums are flattened and sorted, and a convolution that is used
   * twice is told apart from two convolutions. Averages of sums are not taken apart.
   *
   * @return for example {@code 3!(x)+3!(x)} for {@code 301011} and {@code 3(x)+3(x)} for {@code
   *     030301}; empty for a disconnected cell
   */
  public String function() {
    return FunctionText.of(this);
  }

  /**
   * The text of {@link #function} without the difference between one convolution that is used twice
   * and two convolutions: the official unique string with zero terms dropped and sums flattened,
   * which names one of 4,930 classes.
   *
   * @return for example {@code 3(x)+3(x)} for both {@code 301011} and {@code 030301}
   */
  public String functionWithoutSharing() {
    return FunctionText.withoutSharing(this);
  }
}
