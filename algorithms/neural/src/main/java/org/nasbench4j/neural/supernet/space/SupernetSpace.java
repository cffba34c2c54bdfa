package org.nasbench4j.neural.supernet.space;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** How a space is learned by a network that shares weights. Immutable and thread-safe. */
public interface SupernetSpace {

  /**
   * The space that is learned.
   *
   * @return the same at every call
   */
  SearchSpace space();

  /**
   * What is learned of it.
   *
   * @return at least one map, in the order in which weights and logits are handed over
   */
  List<DecisionMap> maps();

  /**
   * How searches of it are trained where nothing else is said.
   *
   * @return the same at every call
   */
  SupernetDefaults defaults();

  /**
   * Builds the network.
   *
   * @param manager owns the network's arrays, and closes them
   * @param shape width, depth and classes
   * @param inputChannels 1 for grey images, 3 for colour
   * @param random draws the weights, in the order of the layers
   * @return the network
   * @throws IllegalArgumentException if the images have another number of channels, or the shape
   *     does not fit the space
   */
  Supernet build(NDManager manager, SupernetShape shape, int inputChannels, RandomGenerator random);

  /**
   * The architecture of the highest logits. Only their order within a row counts.
   *
   * @param logits {@code logits.get(map)[row][column]}; unused columns are not looked at
   * @return an architecture of the space; equal logits are told apart as the space documents
   * @throws IllegalArgumentException if there are more or fewer maps or rows than the space has, a
   *     row is too short, or a used logit is NaN
   */
  Architecture derive(List<double[][]> logits);
}
