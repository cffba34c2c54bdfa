package org.nasbench4j.neural.supernet;

import org.nasbench4j.tensor.NamedTensors;

/**
 * A training between two steps: all that is needed to go on.
 *
 * @param step how many are done, not negative
 * @param unchangedSince after which step the architecture that would be derived came up last,
 *     {@code [0, step]}
 * @param seconds of all steps that are done, by the clock of the training; finite, not negative
 * @param tensors weights and what they are learned by; the arrays of their movement have names with
 *     a slash
 */
public record SupernetState(long step, long unchangedSince, double seconds, NamedTensors tensors) {

  /** Checks the numbers. */
  public SupernetState {
    boolean counted = 0 <= unchangedSince && unchangedSince <= step;
    if (!counted || !(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A training cannot be at step %d, unchanged since step %d, after %s seconds."
              .formatted(step, unchangedSince, seconds));
    }
  }
}
