package org.nasbench4j.neural.supernet;

import org.nasbench4j.tensor.NamedTensors;

/**
 * A training between two steps: all that is needed to go on.
 *
 * @param step how many are done
 * @param unchangedSince after which step the architecture that would be derived came up last
 * @param seconds of all steps that are done
 * @param tensors weights and what they are learned by; the arrays of their movement have names with
 *     a slash
 */
public record SupernetState(long step, long unchangedSince, double seconds, NamedTensors tensors) {

  /** Checks the numbers. */
  public SupernetState {
    if (step < 0 || unchangedSince < 0 || unchangedSince > step || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "A training cannot be at step %d, unchanged since step %d, after %s seconds."
              .formatted(step, unchangedSince, seconds));
    }
  }
}
