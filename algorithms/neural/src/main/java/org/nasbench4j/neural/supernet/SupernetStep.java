package org.nasbench4j.neural.supernet;

import java.util.List;

/**
 * What came out of a step.
 *
 * @param step from 1, over all epochs
 * @param epoch from 1
 * @param loss the mean cross-entropy of the batch that moved the network, in nats, before the step
 * @param accuracy the share of this batch that was classified rightly, {@code [0, 1]}
 * @param entropy the mean over all rows of the entropy of what the softmax makes of the logits
 *     without noise, in nats, after the step
 * @param entropies the same of each map
 * @param confidence the mean over all rows of the highest weight, {@code (0, 1]}
 * @param architecture what would be derived after the step, as its benchmark writes it
 * @param ties how many rows have their highest logit more than once
 * @param seconds of all steps up to this one
 */
public record SupernetStep(
    long step,
    int epoch,
    double loss,
    double accuracy,
    double entropy,
    List<Double> entropies,
    double confidence,
    String architecture,
    int ties,
    double seconds) {

  /** Copies the entropies. */
  public SupernetStep {
    entropies = List.copyOf(entropies);
  }
}
