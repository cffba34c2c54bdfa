package org.nasbench4j.space.nb201;

import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;

/**
 * A cell of NAS-Bench-201: four nodes, and an operation on each of the six edges between them.
 *
 * <p>Node 0 is the input, node 3 the output; a node is the sum of its incoming edges. Edges are
 * numbered as architecture strings write them: {@code 0} is 1&lt;-0, {@code 1} is 2&lt;-0, {@code
 * 2} is 2&lt;-1, {@code 3} is 3&lt;-0, {@code 4} is 3&lt;-1 and {@code 5} is 3&lt;-2. Two cells are
 * equal if all six operations are. Immutable and thread-safe.
 *
 * <p>Source: Dong and Yang, "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture
 * Search", ICLR 2020.
 */
public final class Nb201Cell implements Architecture {
  /** The number of edges of every cell. */
  public static final int EDGES = 6;

  /** The number of nodes of every cell, input and output included. */
  public static final int NODES = 4;

  /** The number of different cells, 5 to the power of 6. */
  static final int CELLS = 15_625;

  /** What one step of an edge's operation adds to the code: the first edge counts most. */
  private static final int[] STEPS = {3_125, 625, 125, 25, 5, 1};

  private final int code;

  // Filled by the first reader. Racing threads compute equal strings, and strings are immutable, so
  // the field needs no fence.
  private @Nullable String canonical;

  private Nb201Cell(int code) {
    this.code = code;
  }

  /**
   * The cell with a code.
   *
   * @param code {@code [0, 15624]}, the six digits read as a number in base 5
   * @return the cell
   * @throws IllegalArgumentException if the code is out of range
   */
  public static Nb201Cell ofCode(int code) {
    if (code < 0 || code >= CELLS) {
      throw new IllegalArgumentException(
          "The code (%d) of an nb201 cell must be 0 to 15624.".formatted(code));
    }
    return new Nb201Cell(code);
  }

  /**
   * Reads an architecture string, exactly as the benchmark writes it.
   *
   * @param text for example {@code |none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|}
   * @return the cell
   * @throws IllegalArgumentException if the text is anything else; the message shows the text, the
   *     place and the grammar
   */
  public static Nb201Cell parse(String text) {
    return new ArchitectureString(text).cell();
  }

  /**
   * The number of the edge between two nodes.
   *
   * @param node where the edge ends, {@code [1, 3]}
   * @param source where it starts, {@code [0, node)}
   * @return {@code [0, 5]}
   * @throws IllegalArgumentException if there is no such edge
   */
  public static int edge(int node, int source) {
    if (node < 1 || node >= NODES || source < 0 || source >= node) {
      throw new IllegalArgumentException(
          "There is no edge (%d<-%d) in an nb201 cell: nodes are 0 to 3, edges lead to later nodes."
              .formatted(node, source));
    }
    return node * (node - 1) / 2 + source;
  }

  /**
   * The number of this cell in the lexicographic order of the six digits; not the official index.
   *
   * @return {@code [0, 15624]}
   */
  public int code() {
    return code;
  }

  /**
   * The operation of an edge.
   *
   * @param edge {@code [0, 5]}, in the order of architecture strings
   * @return the operation
   * @throws IllegalArgumentException if the edge is out of range
   */
  public Operation operation(int edge) {
    return Operation.of(digit(edge));
  }

  /**
   * The operation between two nodes.
   *
   * @param node where the edge ends, {@code [1, 3]}
   * @param source where it starts, {@code [0, node)}
   * @return the operation
   * @throws IllegalArgumentException if there is no such edge
   */
  public Operation operation(int node, int source) {
    return operation(edge(node, source));
  }

  /**
   * How many edges carry an operation, those that reach no output included.
   *
   * @param operation the operation to count
   * @return {@code [0, 6]}
   */
  public int count(Operation operation) {
    int count = 0;
    for (int edge = 0; edge < EDGES; edge++) {
      if (digit(edge) == operation.digit()) {
        count++;
      }
    }
    return count;
  }

  /**
   * The same cell but for one edge.
   *
   * @param edge {@code [0, 5]}
   * @param operation what the edge computes from now on
   * @return the changed cell
   * @throws IllegalArgumentException if the edge is out of range
   */
  public Nb201Cell with(int edge, Operation operation) {
    return new Nb201Cell(codeWith(edge, operation.digit()));
  }

  int codeWith(int edge, int digit) {
    return code + (digit - digit(edge)) * STEPS[edge];
  }

  int digit(int edge) {
    if (edge < 0 || edge >= EDGES) {
      throw new IllegalArgumentException(
          "The edge (%d) of an nb201 cell must be 0 to 5.".formatted(edge));
    }
    return code / STEPS[edge] % Operation.COUNT;
  }

  /**
   * The architecture string, for example {@code
   * |avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|}.
   *
   * @return the text that {@link #parse} reads
   */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(96);
    for (int node = 1; node < NODES; node++) {
      text.append(node == 1 ? "|" : "+|");
      for (int source = 0; source < node; source++) {
        text.append(operation(node, source).id()).append('~').append(source).append('|');
      }
    }
    return text.toString();
  }

  /**
   * The six operations as digits, for example {@code 421211}.
   *
   * @return six digits 0 to 4, edge 1&lt;-0 first
   */
  public String digits() {
    StringBuilder digits = new StringBuilder(EDGES);
    for (int edge = 0; edge < EDGES; edge++) {
      digits.append((char) ('0' + digit(edge)));
    }
    return digits.toString();
  }

  /**
   * The operations as a strictly lower-triangular matrix.
   *
   * @return a new 4 x 4 array of {@link Operation#digit digits}: row = node, column = source, 0
   *     where there is no edge
   */
  public int[][] matrix() {
    int[][] matrix = new int[NODES][NODES];
    for (int node = 1; node < NODES; node++) {
      for (int source = 0; source < node; source++) {
        matrix[node][source] = digit(edge(node, source));
      }
    }
    return matrix;
  }

  /**
   * The official unique string with zeros propagated, which names one of 6,466 classes.
   *
   * <p>Cells of one class usually compute the same function, but not always, and some cells that do
   * have different strings: the benchmark keeps zero terms in sums and forgets whether equal
   * convolutions are one or two. Use it for published counts and for the pricing of duplicates.
   *
   * @return for example {@code #+#+0} for the cell that only passes its input on
   */
  @Override
  public String canonical() {
    String known = canonical;
    if (known == null) {
      known = UniqueString.withZeros(this);
      canonical = known;
    }
    return known;
  }

  /**
   * The official unique string that takes {@code none} for an operation like any other, which names
   * one of 12,751 classes.
   *
   * @return the string; computed at every call
   */
  public String canonicalWithoutZeroPropagation() {
    return UniqueString.withoutZeros(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Nb201Cell that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return text();
  }
}
