package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.space.nb101.VertexOperation;

/**
 * The parents of all nodes of a cell, without operations.
 *
 * @param layout the search space
 * @param parents for nodes 1 to the output, a bit for each parent
 */
record Topology(OneShotLayout layout, List<Integer> parents) {
  private static final int OPTIONS = VertexOperation.values().length;
  private static final int INPUT = 1;

  Topology {
    parents = List.copyOf(parents);
  }

  // All of a search space, in the order of the sets of parents, those of the output fastest.
  static List<Topology> all(OneShotLayout layout) {
    List<List<Integer>> all = List.of(List.of());
    for (int node = 1; node <= layout.output(); node++) {
      List<Integer> sets = layout.parentSets(node);
      all = all.stream().flatMap(before -> sets.stream().map(set -> with(before, set))).toList();
    }
    return all.stream().map(parents -> new Topology(layout, parents)).toList();
  }

  private static List<Integer> with(List<Integer> before, int set) {
    List<Integer> parents = new ArrayList<>(before);
    parents.add(set);
    return parents;
  }

  // The blocks that are parents of any node, as bits.
  int feeding() {
    return parents.stream().reduce(0, (a, b) -> a | b) & ~INPUT;
  }

  // The blocks with a path to the output, as bits: the others are loose ends.
  int live() {
    int live = parents.get(layout.output() - 1);
    for (int block = layout.blocks(); block > 0; block--) {
      live |= ((live >>> block) & 1) == 0 ? 0 : parents.get(block - 1);
    }
    return live & ~INPUT;
  }

  boolean hasLooseEnds() {
    return Integer.bitCount(live()) < layout.blocks();
  }

  // The ways to give an operation to so many blocks.
  static long labellings(int blocks) {
    return IntStream.range(0, blocks).asLongStream().reduce(1, (ways, any) -> ways * OPTIONS);
  }

  // The cells with all operations on the live blocks; loose ends have the first operation.
  Stream<OneShotCell> cells() {
    int live = live();
    return IntStream.range(0, (int) labellings(Integer.bitCount(live)))
        .mapToObj(number -> cell(live, number));
  }

  private OneShotCell cell(int live, int number) {
    List<VertexOperation> operations = new ArrayList<>();
    int rest = number;
    for (int block = 1; block <= layout.blocks(); block++) {
      boolean chosen = ((live >>> block) & 1) == 1;
      operations.add(VertexOperation.of(chosen ? rest % OPTIONS : 0));
      rest = chosen ? rest / OPTIONS : rest;
    }
    return new OneShotCell(layout, operations, parents);
  }

  // What is left of the topology without its loose ends, the blocks numbered anew.
  String pruned() {
    return cell(0, 0).module().pruned().matrixText();
  }
}
