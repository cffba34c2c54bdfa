package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a network says of a batch.
 *
 * @param logits one row for each image, one column for each class
 * @param taps the feature maps of its three stages, images first
 */
public record Features(NDArray logits, List<NDArray> taps) {

  /** The number of taps. */
  public static final int TAPS = 3;

  /** Copies the taps. */
  public Features {
    taps = List.copyOf(taps);
  }
}
