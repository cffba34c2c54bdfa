package org.nasbench4j.space.nb201;

/**
 * An edge of a cell that contributes to the output.
 *
 * @param number {@code [0, 5]}, as {@link Nb201Cell} numbers edges
 * @param source the node where it starts, {@code [0, 2]}
 * @param node the node where it ends, {@code [source + 1, 3]}
 * @param operation what it computes, never {@link Operation#NONE}
 */
public record LiveEdge(int number, int source, int node, Operation operation) {

  /** Checks that the edge exists and computes something. */
  public LiveEdge {
    if (number != Nb201Cell.edge(node, source) || operation == Operation.NONE) {
      throw new IllegalArgumentException(
          "The edge (%d) from node %d to node %d with operation %s is no live edge of an nb201 cell."
              .formatted(number, source, node, operation));
    }
  }
}
