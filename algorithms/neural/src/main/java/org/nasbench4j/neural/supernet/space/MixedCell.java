package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;
import org.nasbench4j.neural.network.Standardisation;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.nb201.Nb201Cell;

/**
 * A cell of NAS-Bench-201 that computes every operation on every edge and adds them up by their
 * shares. {@code none} adds nothing.
 *
 * <p>What the edges that leave a node make of it alike is computed once, and their convolutions
 * side by side: the channels of an edge follow those of the edge to the node before.
 */
final class MixedCell {
  private final Layer smoothing;
  private final List<Fan> ones = new ArrayList<>();
  private final List<Fan> threes = new ArrayList<>();

  MixedCell(Weights weights, String name, int channels) {
    smoothing = weights.smoothing(channels);
    for (int source = 0; source < Nb201Cell.NODES - 1; source++) {
      String from = name + ".from" + source;
      int edges = Nb201Cell.NODES - 1 - source;
      ones.add(new Fan(weights, from + ".conv1x1", channels, edges, 1));
      threes.add(new Fan(weights, from + ".conv3x3", channels, edges, 3));
    }
  }

  NDArray forward(NDArray input, Shares shares) {
    @Nullable NDArray[] sums = new @Nullable NDArray[Nb201Cell.NODES];
    NDArray node = input;
    for (int source = 0; source < Nb201Cell.NODES - 1; source++) {
      NDList convolved = convolved(node, source, shares);
      NDArray smoothed = smoothing.forward(node, BatchStatistics.BATCH);
      for (int to = source + 1; to < Nb201Cell.NODES; to++) {
        int edge = Nb201Cell.edge(to, source);
        NDArray term =
            convolved
                .get(to - source - 1)
                .add(node.mul(shares.skip(edge)))
                .add(smoothed.mul(shares.mean(edge)));
        NDArray sum = sums[to];
        sums[to] = sum == null ? term : sum.add(term);
      }
      node = Objects.requireNonNull(sums[source + 1]);
    }
    return node;
  }

  // One for each edge that leaves the node.
  private NDList convolved(NDArray node, int source, Shares shares) {
    NDArray rectified = FeatureMaps.rectified(node);
    NDArray one = ones.get(source).forward(rectified, shares.ones(source));
    NDArray three = threes.get(source).forward(rectified, shares.threes(source));
    return one.add(three).split(Nb201Cell.NODES - 1 - source, 1);
  }

  /** Convolutions of all edges that leave a node, normalised and multiplied by their shares. */
  private static final class Fan {
    private final Layer convolution;
    private final Standardisation standardisation;

    Fan(Weights weights, String name, int channels, int edges, int kernel) {
      convolution = weights.biasedConv(name, channels, edges * channels, kernel);
      standardisation = weights.standardisation(edges * channels);
    }

    NDArray forward(NDArray rectified, NDArray shares) {
      return standardisation.scaled(convolution.forward(rectified, BatchStatistics.BATCH), shares);
    }
  }
}
