package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.neural.network.BatchStatistics;
import org.nasbench4j.neural.network.FeatureMaps;
import org.nasbench4j.neural.network.Layer;
import org.nasbench4j.neural.network.Standardisation;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Operation;

/**
 * A cell of NAS-Bench-201 that computes every operation on every edge and adds them up by their
 * shares. {@code none} adds nothing. What the edges of a node make of it alike is computed once.
 */
final class MixedCell {
  private static final int OPERATIONS = Operation.values().length;

  private final Layer smoothing;
  private final List<Convolution> ones = new ArrayList<>();
  private final List<Convolution> threes = new ArrayList<>();

  MixedCell(Weights weights, String name, int channels) {
    smoothing = weights.smoothing(channels);
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      for (int source = 0; source < node; source++) {
        String edge = name + ".edge" + node + source;
        ones.add(new Convolution(weights, edge + ".conv1x1", channels, 1));
        threes.add(new Convolution(weights, edge + ".conv3x3", channels, 3));
      }
    }
  }

  // The shares of all operations of the first edge, then those of the second, and so on.
  NDArray forward(NDArray input, NDList shares) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(input, smoothing));
    NDArray last = input;
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      NDList terms = new NDList();
      for (int source = 0; source < node; source++) {
        addTerms(Nb201Cell.edge(node, source), nodes.get(source), shares, terms);
      }
      last = sum(terms);
      if (node < Nb201Cell.NODES - 1) {
        nodes.add(new Node(last, smoothing));
      }
    }
    return last;
  }

  private void addTerms(int edge, Node from, NDList shares, NDList terms) {
    terms.add(from.value.mul(share(shares, edge, Operation.SKIP_CONNECT)));
    terms.add(from.smoothed.mul(share(shares, edge, Operation.AVG_POOL_3X3)));
    NDArray one = share(shares, edge, Operation.NOR_CONV_1X1);
    terms.add(ones.get(edge).forward(from.rectified, one));
    NDArray three = share(shares, edge, Operation.NOR_CONV_3X3);
    terms.add(threes.get(edge).forward(from.rectified, three));
  }

  private static NDArray share(NDList shares, int edge, Operation operation) {
    return shares.get(edge * OPERATIONS + operation.digit());
  }

  private static NDArray sum(NDList terms) {
    NDArray sum = terms.get(0);
    for (NDArray term : terms.subList(1, terms.size())) {
      sum = sum.add(term);
    }
    return sum;
  }

  /** A convolution with bias, normalised without scale and shift, and multiplied by its share. */
  private static final class Convolution {
    private final Layer convolution;
    private final Standardisation standardisation;

    Convolution(Weights weights, String name, int channels, int kernel) {
      convolution = weights.biasedConv(name, channels, channels, kernel);
      standardisation = weights.standardisation(channels);
    }

    NDArray forward(NDArray rectified, NDArray share) {
      NDArray maps = convolution.forward(rectified, BatchStatistics.BATCH);
      return standardisation.weighted(maps, share);
    }
  }

  /** A node's value, and what its edges share. */
  private static final class Node {
    private final NDArray value;
    private final NDArray rectified;
    private final NDArray smoothed;

    Node(NDArray value, Layer smoothing) {
      this.value = value;
      rectified = FeatureMaps.rectified(value);
      smoothed = smoothing.forward(value, BatchStatistics.BATCH);
    }
  }
}
