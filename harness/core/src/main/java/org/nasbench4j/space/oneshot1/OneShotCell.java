package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.VertexOperation;

/**
 * A cell of a NAS-Bench-1Shot1 search space: an operation for each choice block, and parents for
 * each node.
 *
 * <p>A block without a path to the output is a loose end: it counts when cells are compared as
 * written, but not in the module that the cell is. Immutable and thread-safe.
 *
 * <p>Source: Zela, Siems and Hutter, "NAS-Bench-1Shot1: Benchmarking and Dissecting One-shot Neural
 * Architecture Search", ICLR 2020, and its published code.
 */
public final class OneShotCell implements Architecture {
  private final OneShotLayout layout;
  private final List<VertexOperation> operations;

  // By node, of which the first is left out; a bit for each parent.
  private final List<Integer> parents;

  /**
   * Makes a cell.
   *
   * @param layout its search space
   * @param operations one for each choice block
   * @param parents for nodes 1 to the output, a bit for each parent
   * @throws IllegalArgumentException if there are too few or too many of them, or if a node may not
   *     have such parents
   */
  public OneShotCell(
      OneShotLayout layout, List<VertexOperation> operations, List<Integer> parents) {
    this.layout = layout;
    this.operations = List.copyOf(operations);
    this.parents = List.copyOf(parents);
    if (operations.size() != layout.blocks() || parents.size() != layout.output()) {
      throw new IllegalArgumentException(
          "A cell of %s has %d operations and %d sets of parents, not %d and %d."
              .formatted(
                  layout.id(),
                  layout.blocks(),
                  layout.output(),
                  operations.size(),
                  parents.size()));
    }
    for (int node = 1; node <= layout.output(); node++) {
      if (!layout.parentSets(node).contains(parents(node))) {
        throw new IllegalArgumentException(
            "Node %d of a cell of %s must have %d of the parents 0 to %d, not (%s)."
                .formatted(
                    node, layout.id(), layout.parentCount(node), node - 1, digits(parents(node))));
      }
    }
  }

  /**
   * The search space of the cell.
   *
   * @return its layout
   */
  public OneShotLayout layout() {
    return layout;
  }

  /**
   * What a choice block computes.
   *
   * @param block {@code [1, layout().blocks()]}
   * @return its operation
   */
  public VertexOperation operation(int block) {
    return operations.get(block - 1);
  }

  /**
   * The parents of a node.
   *
   * @param node {@code [1, layout().output()]}
   * @return a bit for each parent
   */
  public int parents(int node) {
    return parents.get(node - 1);
  }

  /**
   * The module of NAS-Bench-101 that the cell is, as the published code writes it: always with
   * seven vertices. Where there are only four blocks, vertex 5 is an unused conv1x1.
   *
   * @return the module, loose ends included
   */
  public Nb101Module module() {
    int last = Nb101Module.MAX_VERTICES - 1;
    int[][] matrix = new int[last + 1][last + 1];
    for (int node = 1; node <= layout.output(); node++) {
      for (int parent = 0; parent < node; parent++) {
        matrix[parent][node == layout.output() ? last : node] = (parents(node) >>> parent) & 1;
      }
    }
    List<String> names = new ArrayList<>(List.of("input"));
    operations.forEach(operation -> names.add(operation.id()));
    while (names.size() < last) {
      names.add(VertexOperation.CONV_1X1.id());
    }
    names.add("output");
    return Nb101Module.of(matrix, names);
  }

  /**
   * The hash of the module, by which all three spaces and NAS-Bench-101 name the same class.
   *
   * @return 32 lower-case hexadecimal digits; computed at every call
   */
  @Override
  public String canonical() {
    return module().canonical();
  }

  /**
   * The parents of nodes 1 to the output, and the operations of the blocks: {@code
   * 0-01-12-23-34:maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu}.
   *
   * @return the text that {@link OneShotSpace#parse} reads
   */
  @Override
  public String text() {
    return parents.stream().map(OneShotCell::digits).collect(Collectors.joining("-"))
        + ":"
        + operations.stream().map(VertexOperation::id).collect(Collectors.joining(","));
  }

  private static String digits(int parents) {
    return IntStream.range(0, Integer.SIZE)
        .filter(parent -> ((parents >>> parent) & 1) == 1)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OneShotCell that
        && layout == that.layout
        && operations.equals(that.operations)
        && parents.equals(that.parents);
  }

  @Override
  public int hashCode() {
    return 31 * operations.hashCode() + parents.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
