package org.nasbench4j.neural.rmi;

import java.util.List;

/**
 * What the loss was made of at one iteration.
 *
 * @param iteration from 1
 * @param loss the mixed loss, lower is better
 * @param crossEntropy the mean over the batch, in nats
 * @param alignments the alignment with the reference network at each tap, {@code [0, 1]} but for
 *     rounding
 */
public record RmiStep(int iteration, double loss, double crossEntropy, List<Double> alignments) {

  /** Copies the alignments. */
  public RmiStep {
    alignments = List.copyOf(alignments);
  }

  /**
   * The representation mutual information.
   *
   * @return the sum of the alignments, {@code [0, 3]} but for rounding, higher is better
   */
  public double rmi() {
    return alignments.stream().mapToDouble(Double::doubleValue).sum();
  }

  boolean isNumber() {
    return !Double.isNaN(loss);
  }
}
