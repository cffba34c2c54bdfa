package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;

/** A classifier of images whose feature maps can be read. Used by one thread at a time. */
public interface TappedNetwork {

  /**
   * Classifies a batch. All results live in the images' manager.
   *
   * @param images normalised pixels: images, channels, height, width
   * @param statistics what batch normalisations normalise by
   * @return logits and taps
   */
  Features forward(NDArray images, BatchStatistics statistics);

  /**
   * The number of classes.
   *
   * @return at least 1
   */
  int classes();
}
