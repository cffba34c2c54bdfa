package org.nasbench4j.neural.network;

/** What batch normalisations normalise by. */
public enum BatchStatistics {
  /** Mean and variance of the batch; the running ones follow, as in training. */
  TRACKED,
  /** Mean and variance of the batch; the running ones stay as they are. */
  BATCH,
  /** The running mean and variance, as in evaluation. */
  RUNNING
}
