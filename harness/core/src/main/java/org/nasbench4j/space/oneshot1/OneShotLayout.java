package org.nasbench4j.space.oneshot1;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many parents the nodes of a search space have.
 *
 * <p>Node 0 is the input, nodes 1 to {@link #blocks} are choice blocks with one operation each, and
 * the last node is the output. The parents of a node are different earlier nodes.
 */
public enum OneShotLayout {
  /** Search space 1: four blocks with 1, 2, 2 and 2 parents, two for the output. */
  SPACE_1("oneshot1-1", "12222", 2_685),
  /** Search space 2: four blocks with 1, 1, 2 and 2 parents, three for the output. */
  SPACE_2("oneshot1-2", "11223", 7_773),
  /** Search space 3: five blocks with 1, 1, 1, 2 and 2 parents, two for the output. */
  SPACE_3("oneshot1-3", "111222", 55_854);

  private final String id;

  // A digit for each node but the first.
  private final String parentCounts;

  private final int modules;

  OneShotLayout(String id, String parentCounts, int modules) {
    this.id = id;
    this.parentCounts = parentCounts;
    this.modules = modules;
  }

  /**
   * The name that plans, tables and the command line use.
   *
   * @return for example {@code oneshot1-1}
   */
  public String id() {
    return id;
  }

  /**
   * The number of choice blocks.
   *
   * @return 4 or 5
   */
  public int blocks() {
    return output() - 1;
  }

  /**
   * The number of the output.
   *
   * @return one more than there are blocks
   */
  public int output() {
    return parentCounts.length();
  }

  /**
   * The sets of parents that a node may have.
   *
   * @param node {@code [1, output()]}
   * @return a bit for each parent, the sets in lexicographic order; one set if there is no choice
   * @throws IllegalArgumentException if the node is out of range
   */
  public List<Integer> parentSets(int node) {
    return ParentSets.of(node, parentCount(node));
  }

  /**
   * How many parents a node has.
   *
   * @param node {@code [1, output()]}
   * @return at least 1
   * @throws IllegalArgumentException if the node is out of range
   */
  public int parentCount(int node) {
    if (node < 1 || node > output()) {
      throw new IllegalArgumentException(
          "The node (%d) of %s must be 1 to %d.".formatted(node, id, output()));
    }
    return parentCounts.charAt(node - 1) - '0';
  }

  /**
   * The nodes that can choose between sets of parents.
   *
   * @return ascending; the output, which always can, is the last one
   */
  public List<Integer> choosingNodes() {
    return IntStream.rangeClosed(1, output())
        .filter(node -> parentSets(node).size() > 1)
        .boxed()
        .toList();
  }

  /**
   * The modules of NAS-Bench-101 that the cells are; {@link OneShotModules} finds them.
   *
   * @return 2,685, 7,773 or 55,854
   */
  public int modules() {
    return modules;
  }

  /**
   * The ways to choose all parents.
   *
   * @return 180, 360 or 5,400
   */
  public int topologies() {
    int topologies = 1;
    for (int node = 1; node <= output(); node++) {
      topologies *= parentSets(node).size();
    }
    return topologies;
  }
}
