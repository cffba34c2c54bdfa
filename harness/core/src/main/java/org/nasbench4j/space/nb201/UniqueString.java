package org.nasbench4j.space.nb201;

import java.util.Arrays;

/**
 * The benchmark's unique strings: node 0 is {@code 0}, every other node the sorted sum of its
 * terms, and a skip connection hands on its source's string as it is.
 */
final class UniqueString {
  private static final String ZERO = "#";

  private UniqueString() {}

  // What the benchmark calls {@code consider_zero=True}: what is made of a zero is a zero.
  static String withZeros(Nb201Cell cell) {
    return output(
        cell,
        (operation, source) ->
            operation == Operation.NONE || source.equals(ZERO) ? ZERO : term(operation, source));
  }

  // What the benchmark calls {@code consider_zero=False}.
  static String withoutZeros(Nb201Cell cell) {
    return output(cell, UniqueString::term);
  }

  private static String output(Nb201Cell cell, Term term) {
    String[] nodes = new String[Nb201Cell.NODES];
    nodes[0] = "0";
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      String[] terms = new String[node];
      for (int source = 0; source < node; source++) {
        terms[source] = term.of(cell.operation(node, source), nodes[source]);
      }
      Arrays.sort(terms);
      nodes[node] = String.join("+", terms);
    }
    return nodes[Nb201Cell.NODES - 1];
  }

  private static String term(Operation operation, String source) {
    return operation == Operation.SKIP_CONNECT ? source : "(" + source + ")@" + operation.id();
  }

  /** How an edge is written, given its operation and its source's string. */
  @FunctionalInterface
  private interface Term {
    String of(Operation operation, String source);
  }
}
