package org.nasbench4j.space.nb101;

import java.util.List;

/** Checks what is said to be a module, and names what is wrong with it. */
final class ModuleReader {
  static final String INPUT = "input";
  static final String OUTPUT = "output";

  /** Vertices are bits of an int while a graph is pruned. */
  private static final int MOST_VERTICES_AS_WRITTEN = 31;

  /** Longer texts are cut in messages; the longest module's text has 141 characters. */
  private static final int SHOWN = 160;

  private ModuleReader() {}

  static long code(String text) {
    int colon = text.indexOf(':');
    String digits = text.substring(0, Math.max(colon, 0));
    int vertices = (int) Math.round(Math.sqrt(digits.length()));
    if (!digits.matches("[01]+") || vertices * vertices != digits.length()) {
      throw new IllegalArgumentException(
          "The architecture (%s) is not an nb101 module. Write %s."
              .formatted(shown(text), grammar()));
    }
    int[][] matrix = new int[vertices][vertices];
    for (int i = 0; i < digits.length(); i++) {
      matrix[i / vertices][i % vertices] = digits.charAt(i) - '0';
    }
    return code(matrix, List.of(text.substring(colon + 1).split(",", -1)));
  }

  static String grammar() {
    return "the adjacency matrix row by row, a colon and the operations with commas between them,"
        + " as in 010001000:input,maxpool3x3,output; operations are input, "
        + VertexOperation.ids()
        + ", output";
  }

  static String shown(String text) {
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "... " + text.length() + " characters";
  }

  static long code(int[][] matrix, List<String> operations) {
    checkOperations(operations);
    int[] predecessors = predecessors(matrix, operations.size());
    int count = predecessors.length;
    int onPaths = Paths.vertices(count, vertex -> predecessors[vertex]);
    if (onPaths >>> (count - 1) == 0) {
      throw new IllegalArgumentException(
          "The module has no path from its input (vertex 0) to its output (vertex %d)."
              .formatted(count - 1));
    }
    int kept = count <= Nb101Module.MAX_VERTICES ? (1 << count) - 1 : onPaths;
    checkLimits(predecessors, onPaths);
    return code(predecessors, operations, kept);
  }

  private static long code(int[] predecessors, List<String> operations, int kept) {
    int edges = 0;
    long labels = 0;
    int to = 0;
    for (int vertex = 0; vertex < predecessors.length; vertex++) {
      if (((kept >>> vertex) & 1) == 1) {
        int from = Paths.squeeze(predecessors[vertex], kept & ((1 << vertex) - 1));
        edges |= from << (to * (to - 1) / 2);
        VertexOperation operation = VertexOperation.find(operations.get(vertex));
        labels = operation == null ? labels : ModuleCode.withLabel(labels, to, operation.label());
        to++;
      }
    }
    return ModuleCode.of(to, edges) | labels;
  }

  private static void checkOperations(List<String> operations) {
    int count = operations.size();
    if (count < 2 || count > MOST_VERTICES_AS_WRITTEN) {
      throw new IllegalArgumentException(
          "The module's operations are %d; it must have 2 to %d vertices, input and output included."
              .formatted(count, MOST_VERTICES_AS_WRITTEN));
    }
    requireOperation(operations, 0, INPUT);
    requireOperation(operations, count - 1, OUTPUT);
    for (int vertex = 1; vertex < count - 1; vertex++) {
      if (VertexOperation.find(operations.get(vertex)) == null) {
        throw new IllegalArgumentException(
            "The operation (%s) of the module's vertex %d must be one of %s."
                .formatted(shown(operations.get(vertex)), vertex, VertexOperation.ids()));
      }
    }
  }

  private static void requireOperation(List<String> operations, int vertex, String wanted) {
    if (!operations.get(vertex).equals(wanted)) {
      throw new IllegalArgumentException(
          "The %s operation (%s) of the module must be %s."
              .formatted(vertex == 0 ? "first" : "last", shown(operations.get(vertex)), wanted));
    }
  }

  private static int[] predecessors(int[][] matrix, int count) {
    if (matrix.length != count) {
      throw new IllegalArgumentException(
          "The module's matrix has %d rows for %d operations.".formatted(matrix.length, count));
    }
    int[] predecessors = new int[count];
    for (int source = 0; source < count; source++) {
      if (matrix[source].length != count) {
        throw new IllegalArgumentException(
            "Row %d of the module's matrix has %d entries; it must have %d, one for each vertex."
                .formatted(source, matrix[source].length, count));
      }
      for (int vertex = 0; vertex < count; vertex++) {
        predecessors[vertex] |= edge(matrix[source][vertex], source, vertex) << source;
      }
    }
    return predecessors;
  }

  private static int edge(int entry, int source, int vertex) {
    if (entry != 0 && entry != 1) {
      throw new IllegalArgumentException(
          "The entry (%d) at row %d, column %d of the module's matrix must be 0 or 1."
              .formatted(entry, source, vertex));
    }
    if (entry == 1 && source >= vertex) {
      throw new IllegalArgumentException(
          "The module's matrix has an edge from vertex %d to vertex %d; it must be strictly upper triangular."
              .formatted(source, vertex));
    }
    return entry;
  }

  private static void checkLimits(int[] predecessors, int onPaths) {
    int vertices = Integer.bitCount(onPaths);
    int edges = 0;
    for (int vertex = 0; vertex < predecessors.length; vertex++) {
      if (((onPaths >>> vertex) & 1) == 1) {
        edges += Integer.bitCount(predecessors[vertex] & onPaths);
      }
    }
    if (vertices > Nb101Module.MAX_VERTICES) {
      throw tooMany(vertices, "vertices", Nb101Module.MAX_VERTICES);
    }
    if (edges > Nb101Module.MAX_EDGES) {
      throw tooMany(edges, "edges", Nb101Module.MAX_EDGES);
    }
  }

  private static IllegalArgumentException tooMany(int number, String what, int most) {
    return new IllegalArgumentException(
        "The module has %d %s after pruning; it may have at most %d."
            .formatted(number, what, most));
  }
}
