package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.network.Variant;
import org.nasbench4j.neural.network.Weights;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb101.VertexOperation;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotSpace;

/**
 * A NAS-Bench-1Shot1 space, learned by its one-shot model.
 *
 * <p>The map {@value #OPERATIONS} has a row for each choice block, with max pooling, the
 * convolution 3x3 and the convolution 1x1. The map {@value #TOPOLOGY} has a row for each node that
 * has a choice of parents, the output last, with a column for each earlier node: node 0 is the
 * cell's input. Of equal logits the lower column is chosen.
 *
 * <p>Source: Zela, Siems and Hutter, "NAS-Bench-1Shot1: Benchmarking and Dissecting One-shot Neural
 * Architecture Search", ICLR 2020, and its published code.
 */
public final class OneShotSupernetSpace implements SupernetSpace {
  /** The map of what the blocks compute. */
  public static final String OPERATIONS = "operations";

  /** The map of where the nodes get their inputs from. */
  public static final String TOPOLOGY = "topology";

  /** In the order of the published weights, which is not that of labels. */
  private static final List<VertexOperation> COLUMNS =
      List.of(VertexOperation.MAX_POOL_3X3, VertexOperation.CONV_3X3, VertexOperation.CONV_1X1);

  // At least one cell for each side of the maps.
  private static final SupernetDefaults DEFAULTS = new SupernetDefaults(9, 3, 96, 5, 3e-4f);

  private final OneShotSpace space;
  private final DecisionMap operations;
  private final DecisionMap topology;

  /**
   * Makes a space.
   *
   * @param layout which of the three
   */
  public OneShotSupernetSpace(OneShotLayout layout) {
    space = new OneShotSpace(layout);
    int columns = COLUMNS.size();
    operations =
        new DecisionMap(OPERATIONS, columns, Collections.nCopies(layout.blocks(), columns));
    // A node may choose between all earlier nodes, whose number is its own.
    topology = new DecisionMap(TOPOLOGY, layout.output(), layout.choosingNodes());
  }

  @Override
  public SearchSpace space() {
    return space;
  }

  @Override
  public List<DecisionMap> maps() {
    return List.of(operations, topology);
  }

  @Override
  public SupernetDefaults defaults() {
    return DEFAULTS;
  }

  /**
   * Builds the one-shot model; its depth is the number of cells.
   *
   * @throws IllegalArgumentException if the images have another number of channels, or there are
   *     fewer than three cells
   */
  @Override
  public Supernet build(
      NDManager manager, SupernetShape shape, int inputChannels, RandomGenerator random) {
    return build(new Weights(manager, Variant.trained(), random), shape, inputChannels);
  }

  // With weights of a given precision.
  OneShotSupernet build(Weights weights, SupernetShape shape, int inputChannels) {
    if (inputChannels != 1 && inputChannels != 3) {
      throw new IllegalArgumentException(
          "The images' channels (%d) must be 1 (grey) or 3 (colour).".formatted(inputChannels));
    }
    if (shape.depth() < DEFAULTS.leastDepth()) {
      throw new IllegalArgumentException(
          "The depth (%d) of a one-shot model of %s must be at least %d cells."
              .formatted(shape.depth(), space.id(), DEFAULTS.leastDepth()));
    }
    return new OneShotSupernet(space.layout(), weights, shape, inputChannels);
  }

  /**
   * The cell of the highest logits: the operation of each block, and as many parents of each node
   * as it must have.
   *
   * @return the cell, whose loose ends {@link OneShotCell#module} leaves to be pruned
   * @throws IllegalArgumentException if there are more or fewer maps or rows than the space has, a
   *     row is too short, or a used logit is NaN
   */
  @Override
  public OneShotCell derive(List<double[][]> logits) {
    List<List<double[]>> used = new UsedLogits(this).of(logits);
    List<double[]> byLabel = used.get(0).stream().map(OneShotSupernetSpace::chosenByLabel).toList();
    return space.discretise(byLabel, used.get(1));
  }

  // One for the chosen operation: ties are told apart by columns, not by labels.
  private static double[] chosenByLabel(double[] row) {
    int best = 0;
    for (int column = 0; column < row.length; column++) {
      best = row[column] > row[best] ? column : best;
    }
    double[] chosen = new double[row.length];
    chosen[COLUMNS.get(best).label()] = 1;
    return chosen;
  }
}
