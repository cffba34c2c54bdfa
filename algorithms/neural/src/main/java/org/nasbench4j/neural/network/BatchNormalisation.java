package org.nasbench4j.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.norm.BatchNorm;

/** Batch normalisation over channels with scale and shift. */
final class BatchNormalisation implements Layer {
  private static final float EPSILON = 1e-5f;

  // The share of the running statistics that a batch leaves by default; PyTorch writes one minus
  // it.
  static final float TRACKED = 0.9f;

  private static final float KEPT = 1;

  // The engine finds the channels at axis 1 by itself; naming that axis costs two transpositions.
  private static final int AXIS = -1;

  private final NDArray scale;
  private final NDArray shift;
  private final NDArray runningMean;
  private final NDArray runningVariance;
  private final float tracked;

  BatchNormalisation(NDArray scale, NDArray shift, NDArray runningMean, NDArray runningVariance) {
    this(scale, shift, runningMean, runningVariance, TRACKED);
  }

  BatchNormalisation(
      NDArray scale, NDArray shift, NDArray runningMean, NDArray runningVariance, float tracked) {
    this.scale = scale;
    this.shift = shift;
    this.runningMean = runningMean;
    this.runningVariance = runningVariance;
    this.tracked = tracked;
  }

  @Override
  public NDArray forward(NDArray input, BatchStatistics statistics) {
    return BatchNorm.batchNorm(
            input,
            runningMean,
            runningVariance,
            scale,
            shift,
            AXIS,
            statistics == BatchStatistics.TRACKED ? tracked : KEPT,
            EPSILON,
            statistics != BatchStatistics.RUNNING)
        .singletonOrThrow();
  }
}
