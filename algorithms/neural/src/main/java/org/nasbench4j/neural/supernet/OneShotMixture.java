package org.nasbench4j.neural.supernet;

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

  // By block.
  private final List<NDArray> operations;

  // By node with a choice, the output last.
  private final List<NDArray> parents;

  OneShotMixture(OneShotLayout layout, NDManager manager, NDArray operations, NDArray topology) {
    this.layout = layout;
    this.operations =
        IntStream.range(0, layout.blocks())
            .mapToObj(row -> row(manager, operations, row, operations.getShape().get(1)))
            .toList();
    List<Integer> nodes = layout.choosingNodes();
    this.parents =
        IntStream.range(0, nodes.size())
            .mapToObj(row -> row(manager, topology, row, nodes.get(row)))
            .toList();
  }

  private static NDArray row(NDManager manager, NDArray map, int row, long columns) {
    NDIndex index = new NDIndex().addSliceDim(row, row + 1).addSliceDim(0, columns);
    return map.get(manager, index);
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

  // One pass over the maps side by side, which is faster than scaling each and adding them up.
  private static NDArray sum(NDArray row, List<NDArray> terms) {
    NDArray stacked = NDArrays.stack(new NDList(terms)).reshape(terms.size(), -1);
    return row.matMul(stacked).reshape(terms.get(0).getShape());
  }

  // The projected input plus the blocks side by side, each with its weight.
  NDArray output(NDArray projection, List<NDArray> blocks) {
    NDArray row = parents.get(parents.size() - 1);
    long width = blocks.get(0).getShape().get(1);
    int count = blocks.size();
    NDArray weights =
        row.get(new NDIndex().addAllDim().addSliceDim(1, count + 1))
            .reshape(count, 1)
            .broadcast(new Shape(count, width))
            .reshape(1, count * width, 1, 1);
    NDArray sideBySide = NDArrays.concat(new NDList(blocks), 1).mul(weights);
    NDArray first = row.get(new NDIndex().addAllDim().addSliceDim(0, 1)).reshape(1, 1, 1, 1);
    return sideBySide.add(projection.mul(first));
  }
}
