package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.Operation;

/**
 * Cells of NAS-Bench-201 as what is learned: one map, a row for each edge in the order of
 * architecture strings, a column for each operation.
 *
 * <p>Of equal logits the first that is not {@code none} wins.
 */
public final class Nb201SupernetSpace implements SupernetSpace {
  private static final int OPERATIONS = Operation.values().length;
  private static final List<DecisionMap> MAPS =
      List.of(
          new DecisionMap(
              "operations", OPERATIONS, Collections.nCopies(Nb201Cell.EDGES, OPERATIONS)));

  private static final SupernetDefaults DEFAULTS = new SupernetDefaults(5, 1, 64, 1, 5e-4f);

  private final Nb201Space space;

  /**
   * Learns a space.
   *
   * @param space makes the architectures
   */
  public Nb201SupernetSpace(Nb201Space space) {
    this.space = space;
  }

  @Override
  public Nb201Space space() {
    return space;
  }

  @Override
  public List<DecisionMap> maps() {
    return MAPS;
  }

  @Override
  public SupernetDefaults defaults() {
    return DEFAULTS;
  }

  @Override
  public Supernet build(
      NDManager manager, SupernetShape shape, int inputChannels, RandomGenerator random) {
    return build(manager, new Weights(manager, Variant.trained(), random), shape, inputChannels);
  }

  Nb201Supernet build(NDManager manager, Weights weights, SupernetShape shape, int inputChannels) {
    if (inputChannels != 1 && inputChannels != 3) {
      throw new IllegalArgumentException(
          "The images' channels (%d) must be 1 (grey) or 3 (colour).".formatted(inputChannels));
    }
    return new Nb201Supernet(manager, weights, shape, inputChannels);
  }

  @Override
  public Nb201Cell derive(List<double[][]> logits) {
    List<double[]> edges = new UsedLogits(this).of(logits).get(0);
    return space.decode(edges.stream().mapToInt(Nb201SupernetSpace::choice).toArray());
  }

  private static int choice(double[] logits) {
    int best = Operation.NONE.digit() + 1;
    for (int i = best + 1; i < OPERATIONS; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return logits[Operation.NONE.digit()] > logits[best] ? Operation.NONE.digit() : best;
  }
}
