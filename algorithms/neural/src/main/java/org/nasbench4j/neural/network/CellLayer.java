package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Operation;

/** A cell of NAS-Bench-201 whose dead edges were removed. */
final class CellLayer implements Layer {
  private final Nb201Cell cell;
  private final Layer smoothing;
  private final Rectifier rectifier;

  // By edge; null where the edge has no weights.
  private final @Nullable Layer[] convolutions = new @Nullable Layer[Nb201Cell.EDGES];

  CellLayer(Nb201Cell pruned, Weights weights, Layer smoothing, String name, int channels) {
    cell = pruned;
    this.smoothing = smoothing;
    rectifier = weights.rectifier();
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      for (int source = 0; source < node; source++) {
        int kernel = kernel(pruned.operation(node, source));
        if (kernel > 0) {
          String edge = name + ".edge" + node + source;
          convolutions[Nb201Cell.edge(node, source)] =
              weights
                  .conv(edge + ".conv", channels, channels, kernel, 1)
                  .then(weights.norm(edge + ".norm", channels));
        }
      }
    }
  }

  private static int kernel(Operation operation) {
    return switch (operation) {
      case NOR_CONV_1X1 -> 1;
      case NOR_CONV_3X3 -> 3;
      case NONE, SKIP_CONNECT, AVG_POOL_3X3 -> 0;
    };
  }

  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    @Nullable Node[] nodes = new @Nullable Node[Nb201Cell.NODES];
    nodes[0] = new Node(input);
    for (int node = 1; node < Nb201Cell.NODES; node++) {
      NDArray sum = null;
      for (int source = 0; source < node; source++) {
        NDArray term = term(node, source, nodes[source], statistics);
        sum = sum == null || term == null ? firstOf(sum, term) : sum.add(term);
      }
      nodes[node] = sum == null ? null : new Node(sum);
    }
    Node output = nodes[Nb201Cell.NODES - 1];
    return output == null ? input.sub(input) : output.value;
  }

  private static @Nullable NDArray firstOf(@Nullable NDArray sum, @Nullable NDArray term) {
    return sum == null ? term : sum;
  }

  private @Nullable NDArray term(
      int node, int source, @Nullable Node from, BatchStatistics statistics) {
    int edge = Nb201Cell.edge(node, source);
    if (from == null) {
      return null;
    }
    return switch (cell.operation(edge)) {
      case NONE -> null;
      case SKIP_CONNECT -> from.value;
      case AVG_POOL_3X3 -> from.smoothed(smoothing);
      case NOR_CONV_1X1, NOR_CONV_3X3 -> {
        Layer convolution = convolutions[edge];
        yield convolution == null
            ? null
            : convolution.forward(from.rectified(rectifier), statistics);
      }
    };
  }

  /** A node's value, and what several edges make of it alike, computed once. */
  private static final class Node {
    private final NDArray value;
    private @Nullable NDArray rectified;
    private @Nullable NDArray smoothed;

    Node(NDArray value) {
      this.value = value;
    }

    NDArray rectified(Rectifier rectifier) {
      NDArray known = rectified;
      if (known == null) {
        known = rectifier.of(value);
        rectified = known;
        return known;
      }
      return rectifier.used(known);
    }

    NDArray smoothed(Layer smoothing) {
      NDArray known = smoothed;
      if (known == null) {
        known = smoothing.forward(value, BatchStatistics.BATCH);
        smoothed = known;
      }
      return known;
    }
  }
}
