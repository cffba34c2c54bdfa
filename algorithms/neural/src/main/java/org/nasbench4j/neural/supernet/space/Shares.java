package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Operation;

/** What the operations of all edges are multiplied by in a step, as cells of one width need it. */
final class Shares {
  private static final int OPERATIONS = Operation.values().length;

  private final NDList singles;
  private final List<NDArray> ones;
  private final List<NDArray> threes;

  private Shares(NDList singles, List<NDArray> ones, List<NDArray> threes) {
    this.singles = singles;
    this.ones = ones;
    this.threes = threes;
  }

  NDArray skip(int edge) {
    return single(edge, Operation.SKIP_CONNECT);
  }

  NDArray mean(int edge) {
    return single(edge, Operation.AVG_POOL_3X3);
  }

  private NDArray single(int edge, Operation operation) {
    return singles.get(edge * OPERATIONS + operation.digit());
  }

  // Of the convolutions 1x1 that leave a node, one number for each of their channels.
  NDArray ones(int source) {
    return ones.get(source);
  }

  NDArray threes(int source) {
    return threes.get(source);
  }

  /** Where in the mixture the shares of channels are; lives as long as the network. */
  static final class Places {
    private final List<NDArray> ones = new ArrayList<>();
    private final List<NDArray> threes = new ArrayList<>();

    Places(NDManager manager, int channels) {
      for (int source = 0; source < Nb201Cell.NODES - 1; source++) {
        ones.add(manager.create(places(source, Operation.NOR_CONV_1X1, channels)));
        threes.add(manager.create(places(source, Operation.NOR_CONV_3X3, channels)));
      }
    }

    private static long[] places(int source, Operation operation, int channels) {
      return LongStream.range(source + 1, Nb201Cell.NODES)
          .map(to -> Nb201Cell.edge((int) to, source) * OPERATIONS + operation.digit())
          .flatMap(place -> LongStream.generate(() -> place).limit(channels))
          .toArray();
    }

    // The singles: the mixture, cut into its numbers.
    Shares of(NDArray mixture, NDList singles) {
      return new Shares(singles, taken(mixture, ones), taken(mixture, threes));
    }

    private static List<NDArray> taken(NDArray mixture, List<NDArray> places) {
      return places.stream().map(place -> mixture.take(mixture.getManager(), place)).toList();
    }
  }
}
