package org.nasbench4j.space.oneshot1;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sets of parents of a size, as bits, in lexicographic order. */
final class ParentSets {
  private static final int MOST_NODES = 6;
  private static final int LARGEST = 3;

  // By nodes to choose from, less one, and by size, less one.
  private static final List<List<List<Integer>>> ALL =
      IntStream.rangeClosed(1, MOST_NODES).mapToObj(ParentSets::bySize).toList();

  private ParentSets() {}

  static List<Integer> of(int nodes, int size) {
    return ALL.get(nodes - 1).get(size - 1);
  }

  private static List<List<Integer>> bySize(int nodes) {
    return IntStream.rangeClosed(1, LARGEST).mapToObj(size -> sorted(nodes, size)).toList();
  }

  // Reversed, the lowest parent counts most.
  private static List<Integer> sorted(int nodes, int size) {
    return IntStream.range(0, 1 << nodes)
        .filter(set -> Integer.bitCount(set) == size)
        .boxed()
        .sorted(Comparator.comparingInt((Integer set) -> Integer.reverse(set) >>> 1).reversed())
        .toList();
  }
}
