package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The topologies that the published code makes where it leaves out loose ends: only some of those
 * that exist.
 *
 * <p>It starts at the output, gives a node all its parents at once, and then goes on at one of
 * them. A topology counts when every node that feeds something has all its parents. Where two
 * parents would both have to be completed, the one that it goes on at never completes the other,
 * unless by being its descendant.
 */
final class PublishedGenerator {
  private final OneShotLayout layout;
  private final Set<List<Integer>> found = new LinkedHashSet<>();

  private PublishedGenerator(OneShotLayout layout) {
    this.layout = layout;
  }

  /** The topologies, each once; what feeds nothing has its first set of parents. */
  static List<Topology> topologies(OneShotLayout layout) {
    PublishedGenerator generator = new PublishedGenerator(layout);
    generator.completeFrom(layout.output(), new int[layout.output() + 1]);
    return generator.found.stream().map(parents -> new Topology(layout, parents)).toList();
  }

  private void completeFrom(int node, int[] parents) {
    if (isComplete(parents)) {
      found.add(filled(parents));
      return;
    }
    int missing = node == 0 ? -1 : layout.parentCount(node) - Integer.bitCount(parents[node]);
    for (int set = 1; set < 1 << node; set++) {
      if (Integer.bitCount(set) == missing) {
        goOnAt(set, node, parents);
      }
    }
  }

  // As in the published code the parents are added one by one, each before going on at it.
  private void goOnAt(int set, int node, int[] parents) {
    int[] more = parents.clone();
    for (int rest = set; rest != 0; rest &= rest - 1) {
      int parent = Integer.numberOfTrailingZeros(rest);
      more[node] |= 1 << parent;
      completeFrom(parent, more);
    }
  }

  private boolean isComplete(int[] parents) {
    int feeding = 1 << layout.output();
    for (int set : parents) {
      feeding |= set;
    }
    for (int node = 1; node <= layout.output(); node++) {
      int wanted = ((feeding >>> node) & 1) == 1 ? layout.parentCount(node) : 0;
      if (Integer.bitCount(parents[node]) != wanted) {
        return false;
      }
    }
    return true;
  }

  private List<Integer> filled(int[] parents) {
    List<Integer> sets = new ArrayList<>();
    for (int node = 1; node <= layout.output(); node++) {
      sets.add(parents[node] == 0 ? layout.parentSets(node).get(0) : parents[node]);
    }
    return sets;
  }
}
