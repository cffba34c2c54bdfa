package org.nasbench4j.space.nb101;

/**
 * Modules as numbers: bits 0 to 20 are the edges, bits 21 to 30 the labels of the five interior
 * vertices, two bits each, and the rest is the number of vertices.
 *
 * <p>The edges into vertex {@code v} are {@code v} bits from bit {@code v (v - 1) / 2} on, lowest
 * source first, so that the predecessors of a vertex are a shift and a mask away.
 */
final class ModuleCode {
  private static final int EDGE_BITS = 21;
  private static final int EDGE_MASK = (1 << EDGE_BITS) - 1;
  private static final int SIZE_SHIFT = 31;
  private static final int LABEL_MASK = 3;

  private ModuleCode() {}

  static long of(int vertices, int edges) {
    return ((long) vertices << SIZE_SHIFT) | edges;
  }

  static int vertices(long code) {
    return (int) (code >>> SIZE_SHIFT);
  }

  static int edges(long code) {
    return (int) code & EDGE_MASK;
  }

  static int edgeCount(long code) {
    return Integer.bitCount(edges(code));
  }

  static int edgeBit(int source, int vertex) {
    return 1 << (firstBit(vertex) + source);
  }

  private static int firstBit(int vertex) {
    return vertex * (vertex - 1) / 2;
  }

  static int predecessors(int edges, int vertex) {
    return (edges >>> firstBit(vertex)) & ((1 << vertex) - 1);
  }

  static int successors(int edges, int vertices, int vertex) {
    int successors = 0;
    for (int to = vertex + 1; to < vertices; to++) {
      successors |= ((edges >>> (firstBit(to) + vertex)) & 1) << to;
    }
    return successors;
  }

  // Of an interior vertex.
  static int label(long code, int vertex) {
    return (int) (code >>> labelShift(vertex)) & LABEL_MASK;
  }

  static long withLabel(long code, int vertex, int label) {
    int shift = labelShift(vertex);
    return (code & ~((long) LABEL_MASK << shift)) | ((long) label << shift);
  }

  private static int labelShift(int vertex) {
    return EDGE_BITS + 2 * (vertex - 1);
  }

  static int onPaths(long code) {
    int edges = edges(code);
    return Paths.vertices(vertices(code), vertex -> predecessors(edges, vertex));
  }

  static boolean isConnected(long code) {
    return ((onPaths(code) >>> (vertices(code) - 1)) & 1) == 1;
  }

  // The module without the vertices that lie on no path; the code itself if all do.
  static long pruned(long code) {
    int kept = onPaths(code);
    int vertices = vertices(code);
    if (kept == (1 << vertices) - 1) {
      return code;
    }
    long pruned = of(Integer.bitCount(kept), 0);
    int to = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (((kept >>> vertex) & 1) == 1) {
        int from = Paths.squeeze(predecessors(edges(code), vertex), kept & ((1 << vertex) - 1));
        pruned |= (long) from << firstBit(to);
        if (vertex > 0 && vertex < vertices - 1) {
          pruned = withLabel(pruned, to, label(code, vertex));
        }
        to++;
      }
    }
    return pruned;
  }

  // Whether any number is the code of a module.
  static boolean isOne(long code) {
    int vertices = (int) Math.min(code >>> SIZE_SHIFT, Integer.MAX_VALUE);
    if (vertices < 2
        || vertices > Nb101Module.MAX_VERTICES
        || edges(code) >= edgeBit(0, vertices)) {
      return false;
    }
    long labels = 0;
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      if (label(code, vertex) >= VertexOperation.COUNT) {
        return false;
      }
      labels = withLabel(labels, vertex, label(code, vertex));
    }
    return code == (of(vertices, edges(code)) | labels) && fits(code);
  }

  // Whether a graph as written is a module of the benchmark.
  static boolean fits(long code) {
    return isConnected(code) && edgeCount(pruned(code)) <= Nb101Module.MAX_EDGES;
  }
}
