package org.nasbench4j.space.nb101;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The edges of a pruned module, least of all ways to number its interior vertices, and the
 * renumberings that leave it as it is.
 */
final class Wiring {
  private final int vertices;
  private final int edges;
  private final List<int[]> symmetries;

  private Wiring(int vertices, int edges, List<int[]> symmetries) {
    this.vertices = vertices;
    this.edges = edges;
    this.symmetries = symmetries;
  }

  // All of a number of vertices, in the order of their edges as numbers.
  static List<Wiring> all(int vertices) {
    List<int[]> renumberings = renumberings(vertices);
    List<Wiring> wirings = new ArrayList<>();
    int everything = (1 << vertices) - 1;
    for (int edges = 0; edges < 1 << (vertices * (vertices - 1) / 2); edges++) {
      if (Integer.bitCount(edges) <= Nb101Module.MAX_EDGES
          && ModuleCode.onPaths(ModuleCode.of(vertices, edges)) == everything) {
        addIfLeast(wirings, vertices, edges, renumberings);
      }
    }
    return wirings;
  }

  private static void addIfLeast(
      List<Wiring> wirings, int vertices, int edges, List<int[]> renumberings) {
    List<int[]> symmetries = new ArrayList<>();
    for (int[] renumbering : renumberings) {
      int renumbered = renumbered(edges, vertices, renumbering);
      if (renumbered < edges) {
        return;
      }
      if (renumbered == edges) {
        symmetries.add(renumbering);
      }
    }
    wirings.add(new Wiring(vertices, edges, symmetries));
  }

  // The greatest number if an edge would lead backwards.
  private static int renumbered(int edges, int vertices, int[] renumbering) {
    int renumbered = 0;
    for (int vertex = 1; vertex < vertices; vertex++) {
      int sources = ModuleCode.predecessors(edges, vertex);
      for (int rest = sources; rest != 0; rest &= rest - 1) {
        int source = renumbering[Integer.numberOfTrailingZeros(rest)];
        if (source > renumbering[vertex]) {
          return Integer.MAX_VALUE;
        }
        renumbered |= ModuleCode.edgeBit(source, renumbering[vertex]);
      }
    }
    return renumbered;
  }

  private static List<int[]> renumberings(int vertices) {
    List<int[]> all = new ArrayList<>();
    int[] identity = new int[vertices];
    for (int i = 0; i < vertices; i++) {
      identity[i] = i;
    }
    permute(identity, 1, all);
    return all;
  }

  // Input and output stay.
  private static void permute(int[] numbers, int from, List<int[]> all) {
    if (from >= numbers.length - 2) {
      all.add(numbers.clone());
      return;
    }
    for (int i = from; i < numbers.length - 1; i++) {
      swap(numbers, from, i);
      permute(numbers, from + 1, all);
      swap(numbers, from, i);
    }
  }

  private static void swap(int[] numbers, int i, int j) {
    int kept = numbers[i];
    numbers[i] = numbers[j];
    numbers[j] = kept;
  }

  // One code for each class of isomorphic modules with these edges: the least.
  LongStream codes() {
    int labellings = 1;
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      labellings *= VertexOperation.COUNT;
    }
    return LongStream.range(0, labellings).map(this::labelled).filter(this::isLeast);
  }

  private long labelled(long labels) {
    long code = ModuleCode.of(vertices, edges);
    long rest = labels;
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      code = ModuleCode.withLabel(code, vertex, (int) (rest % VertexOperation.COUNT));
      rest /= VertexOperation.COUNT;
    }
    return code;
  }

  private boolean isLeast(long code) {
    for (int[] symmetry : symmetries) {
      long renumbered = code;
      for (int vertex = 1; vertex < vertices - 1; vertex++) {
        renumbered =
            ModuleCode.withLabel(renumbered, symmetry[vertex], ModuleCode.label(code, vertex));
      }
      if (renumbered < code) {
        return false;
      }
    }
    return true;
  }
}
