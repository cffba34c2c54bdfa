package org.nasbench4j.neural.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.nasbench4j.neural.network.Parameter;

/** What the logits of a map come from, and how they are learned. */
interface LogitModel {

  /** The logits without noise, recorded if gradients are. All arrays live in the manager. */
  Logits logits(NDManager home);

  /** What is learned, names unique among the maps of a space. */
  List<Parameter> parameters();

  /**
   * The logits of a map.
   *
   * @param values rows, columns
   * @param unclipped what decides between values that a ReLU made equal; rows, columns
   */
  record Logits(NDArray values, NDArray unclipped) {}
}
