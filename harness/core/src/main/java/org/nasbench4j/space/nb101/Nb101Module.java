package org.nasbench4j.space.nb101;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;

/**
 * A module of NAS-Bench-101: a directed acyclic graph whose interior vertices compute something.
 *
 * <p>Vertex 0 is the input, the last vertex the output; edges lead to later vertices. A module has
 * at most 7 vertices, and at most 9 edges once the vertices on no path from input to output are
 * pruned; one without any path is not valid. Two modules are equal if they are written alike; they
 * are the same to the benchmark if {@link #canonical}, the isomorphism-invariant hash of what is
 * left after pruning, is equal. Immutable and thread-safe.
 *
 * <p>Source: Ying et al., "NAS-Bench-101: Towards Reproducible Neural Architecture Search", ICML
 * 2019, and its published code.
 */
public final class Nb101Module implements Architecture {
  /** The most vertices of a module, input and output included. */
  public static final int MAX_VERTICES = 7;

  /** The most edges of a module after pruning. */
  public static final int MAX_EDGES = 9;

  private final long code;

  // Filled by the first reader. Racing threads compute equal strings, and strings are immutable, so
  // the field needs no fence.
  private @Nullable String canonical;

  // The code is trusted to fit.
  Nb101Module(long code) {
    this.code = code;
  }

  /**
   * The module that a matrix and a list of operations describe.
   *
   * <p>As in the published code the limits hold after pruning: of a graph with more than 7 vertices
   * the pruned form is what the module holds.
   *
   * @param matrix square, up to 31 x 31, strictly upper triangular: entry {@code [i][j]} is 1 if an
   *     edge leads from vertex i to vertex j, else 0
   * @param operations one for each vertex: {@code input}, then names of {@link VertexOperation}s,
   *     then {@code output}
   * @return the module
   * @throws IllegalArgumentException if this is no module of the benchmark; the message says what
   *     is wrong
   */
  public static Nb101Module of(int[][] matrix, List<String> operations) {
    return new Nb101Module(ModuleReader.code(matrix, operations));
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @param text the matrix row by row, a colon, and the operations with commas between them: {@code
   *     010001000:input,maxpool3x3,output}
   * @return the module
   * @throws IllegalArgumentException if the text is anything else, or no module of the benchmark
   */
  public static Nb101Module parse(String text) {
    return new Nb101Module(ModuleReader.code(text));
  }

  /**
   * The number of vertices as written, input and output included.
   *
   * @return {@code [2, 7]}
   */
  public int vertices() {
    return ModuleCode.vertices(code);
  }

  /**
   * The number of edges as written.
   *
   * @return {@code [1, 21]}, at most 9 if the module is pruned
   */
  public int edges() {
    return ModuleCode.edgeCount(code);
  }

  /**
   * Whether an edge leads from one vertex to another.
   *
   * @param source {@code [0, vertices())}
   * @param vertex {@code [0, vertices())}
   * @return false if {@code source >= vertex}
   * @throws IllegalArgumentException if there is no such vertex
   */
  public boolean hasEdge(int source, int vertex) {
    check(source);
    return ((predecessors(vertex) >>> source) & 1) == 1;
  }

  /**
   * Where the edges into a vertex come from.
   *
   * @param vertex {@code [0, vertices())}
   * @return a bit for each source, bit 0 for the input
   * @throws IllegalArgumentException if there is no such vertex
   */
  public int predecessors(int vertex) {
    check(vertex);
    return ModuleCode.predecessors(ModuleCode.edges(code), vertex);
  }

  /**
   * Where the edges out of a vertex lead.
   *
   * @param vertex {@code [0, vertices())}
   * @return a bit for each end, bit 0 for the input
   * @throws IllegalArgumentException if there is no such vertex
   */
  public int successors(int vertex) {
    check(vertex);
    return ModuleCode.successors(ModuleCode.edges(code), vertices(), vertex);
  }

  /**
   * What an interior vertex computes.
   *
   * @param vertex {@code [1, vertices() - 2]}
   * @return the operation
   * @throws IllegalArgumentException if the vertex is the input, the output or none
   */
  public VertexOperation operation(int vertex) {
    check(vertex);
    if (vertex == 0 || vertex == vertices() - 1) {
      throw new IllegalArgumentException(
          "The vertex (%d) is the module's %s, which has no operation."
              .formatted(vertex, vertex == 0 ? "input" : "output"));
    }
    return VertexOperation.of(ModuleCode.label(code, vertex));
  }

  private void check(int vertex) {
    if (vertex < 0 || vertex >= vertices()) {
      throw new IllegalArgumentException(
          "The vertex (%d) of this module must be 0 to %d.".formatted(vertex, vertices() - 1));
    }
  }

  /**
   * The module without the vertices that lie on no path from input to output, the others in their
   * order.
   *
   * @return this module if there are none
   */
  public Nb101Module pruned() {
    long pruned = ModuleCode.pruned(code);
    return pruned == code ? this : new Nb101Module(pruned);
  }

  /**
   * The benchmark's hash, which is the same for all isomorphic modules and for what pruning makes
   * alike. Computed once, by {@link ModuleHasher}.
   *
   * @return 32 lower-case hexadecimal digits
   */
  @Override
  public String canonical() {
    String known = canonical;
    if (known == null) {
      known = new ModuleHasher().hash(this);
      canonical = known;
    }
    return known;
  }

  /**
   * The matrix row by row and the operations, as the benchmark's records write them, with a colon
   * between.
   *
   * @return the text that {@link #parse} reads
   */
  @Override
  public String text() {
    return matrixText() + ":" + String.join(",", operations());
  }

  /**
   * The matrix as the benchmark's records write it.
   *
   * @return a digit 0 or 1 for each pair of vertices, row by row
   */
  public String matrixText() {
    int vertices = vertices();
    StringBuilder text = new StringBuilder(vertices * vertices);
    for (int source = 0; source < vertices; source++) {
      for (int vertex = 0; vertex < vertices; vertex++) {
        text.append(hasEdge(source, vertex) ? '1' : '0');
      }
    }
    return text.toString();
  }

  /**
   * The operations as the benchmark's records write them.
   *
   * @return one name for each vertex, {@code input} first and {@code output} last
   */
  public List<String> operations() {
    int last = vertices() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            vertex ->
                vertex == 0
                    ? ModuleReader.INPUT
                    : vertex == last ? ModuleReader.OUTPUT : operation(vertex).id())
        .toList();
  }

  long code() {
    return code;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Nb101Module that && code == that.code;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(code);
  }

  @Override
  public String toString() {
    return text();
  }
}
