package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.space.oneshot1.OneShotLayout;

/** The weights by which all cells of a one-shot model mix, cut out of their maps once a batch. */
final class OneShotMixture {
  private final OneShotLayout layout;

  // A number for each operation of each block.
  private final List<NDList> operations;

  // A number for each possible parent of each node with a choice.
  private final List<NDList> parents;

  // Of the projected input and of each block at the output, as one array.
  private final NDArray output;

  OneShotMixture(OneShotLayout layout, NDManager manager, NDArray operations, NDArray topology) {
    this.layout = layout;
    this.operations =
        IntStream.range(0, layout.blocks())
            .mapToObj(row -> numbers(row(manager, operations, row, operations.getShape().get(1))))
            .toList();
    List<Integer> nodes = layout.choosingNodes();
    this.parents =
        IntStream.range(0, nodes.size())
            .mapToObj(row -> numbers(row(manager, topology, row, nodes.get(row))))
            .toList();
    output = row(manager, topology, nodes.size() - 1, layout.output());
  }

  private static NDArray row(NDManager manager, NDArray map, int row, long columns) {
    return map.get(manager, new NDIndex().addIndices(row).addSliceDim(0, columns));
  }

  private static NDList numbers(NDArray row) {
    return row.split(row.size());
  }

  // What a block computes with: its possible inputs, weighted if it can choose.
  NDArray input(int block, List<NDArray> candidates) {
    int row = layout.choosingNodes().indexOf(block);
    return row < 0 ? forced(block, candidates) : sum(parents.get(row), candidates);
  }

  private NDArray forced(int block, List<NDArray> candidates) {
    int set = layout.parentSets(block).get(0);
    return IntStream.range(0, candidates.size())
        .filter(parent -> ((set >>> parent) & 1) == 1)
        .mapToObj(candidates::get)
        .reduce(NDArray::add)
        .orElseThrow();
  }

  NDArray operation(int block, List<NDArray> results) {
    return sum(operations.get(block - 1), results);
  }

  private static NDArray sum(NDList weights, List<NDArray> terms) {
    NDArray sum = terms.get(0).mul(weights.get(0));
    for (int i = 1; i < terms.size(); i++) {
      sum = sum.add(terms.get(i).mul(weights.get(i)));
    }
    return sum;
  }

  // The projected input plus the blocks side by side, each with its weight.
  NDArray output(NDArray projection, List<NDArray> blocks) {
    int count = blocks.size();
    long width = blocks.get(0).getShape().get(1);
    NDArray weights =
        output
            .get(new NDIndex().addSliceDim(1, count + 1))
            .reshape(count, 1)
            .broadcast(new Shape(count, width))
            .reshape(1, count * width, 1, 1);
    NDArray first = parents.get(parents.size() - 1).get(0);
    return NDArrays.concat(new NDList(blocks), 1).mul(weights).add(projection.mul(first));
  }
}
