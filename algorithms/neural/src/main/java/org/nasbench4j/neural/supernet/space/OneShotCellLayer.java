package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.BnConvolutions;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;

/**
 * A cell of a one-shot model.
 *
 * <p>Each choice block has a projection of the cell's input of its own, which is its first possible
 * input; all earlier blocks are the others. It computes all operations of what it takes. The output
 * is the blocks side by side plus a projection of the input.
 */
final class OneShotCellLayer {
  private static final BatchStatistics STATISTICS = BatchStatistics.BATCH;

  private final int blocks;
  private final int width;

  // Those of all blocks and the output's in one: each channel is projected and normalised by
  // itself, so that one convolution does what many would do.
  private final Layer projections;

  // By block.
  private final List<Layer> smallConvolutions = new ArrayList<>();
  private final List<Layer> largeConvolutions = new ArrayList<>();

  OneShotCellLayer(BnConvolutions convolutions, String name, int blocks, int from, int width) {
    this.blocks = blocks;
    this.width = width;
    projections = convolutions.of(name + ".projections", from, 2 * blocks * width, 1);
    for (int block = 1; block <= blocks; block++) {
      String blockName = name + ".block" + block;
      largeConvolutions.add(convolutions.of(blockName + ".conv3x3", width, width, 3));
      smallConvolutions.add(convolutions.of(blockName + ".conv1x1", width, width, 1));
    }
  }

  NDArray forward(NDArray input, OneShotMixture mixture) {
    NDArray projected = projections.forward(input, STATISTICS);
    List<NDArray> values = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      List<NDArray> candidates = new ArrayList<>();
      candidates.add(channels(projected, (block - 1) * width, block * width));
      candidates.addAll(values);
      values.add(mixture.operation(block, operated(block, mixture.input(block, candidates))));
    }
    return mixture.output(channels(projected, blocks * width, 2 * blocks * width), values);
  }

  // In the order of the published weights.
  private List<NDArray> operated(int block, NDArray maps) {
    return List.of(
        FeatureMaps.greatest(maps),
        largeConvolutions.get(block - 1).forward(maps, STATISTICS),
        smallConvolutions.get(block - 1).forward(maps, STATISTICS));
  }

  private static NDArray channels(NDArray maps, int from, int to) {
    return maps.get(new NDIndex().addAllDim().addSliceDim(from, to));
  }
}
