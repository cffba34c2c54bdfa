package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Batch normalisation without learned scale and shift, by the statistics of the batch: each channel
 * gets mean 0 and variance 1. Used once in a forward pass.
 */
public final class Standardisation implements Layer {
  private final NDArray ones;
  private final NDArray zeros;

  // The engine writes to them even where it keeps them as they are; gradients would miss that of an
  // array with another use.
  private final NDArray runningMean;
  private final NDArray runningVariance;

  Standardisation(NDManager manager, DataType type, int channels) {
    ones = manager.ones(new Shape(channels), type);
    zeros = manager.zeros(new Shape(channels), type);
    runningMean = manager.zeros(new Shape(channels), type);
    runningVariance = manager.ones(new Shape(channels), type);
  }

  /** By the batch, whatever is asked for: nothing is remembered. */
  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    return standardised(input, ones);
  }

  /**
   * Normalises and multiplies, at the cost of the normalisation alone.
   *
   * @param input feature maps
   * @param scale one number for each channel; gradients reach them
   * @return feature maps, in the manager of the input
   */
  public NDArray scaled(NDArray input, NDArray scale) {
    return standardised(input, scale);
  }

  private NDArray standardised(NDArray input, NDArray scale) {
    return new BatchNormalisation(scale, zeros, runningMean, runningVariance)
        .forward(input, BatchStatistics.BATCH);
  }
}
