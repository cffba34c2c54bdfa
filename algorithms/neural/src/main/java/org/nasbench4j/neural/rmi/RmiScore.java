package org.nasbench4j.neural.rmi;

import java.util.List;

/**
 * The score of one architecture from one initialisation.
 *
 * @param outcome how it came about
 * @param loss the mixed loss at the last iteration, lower is better; positive infinity if there is
 *     none
 * @param trace what the loss was at some iterations, the first and the last included, as far as it
 *     was a number
 * @param nanIteration where the first attempt's loss was no number, 0 if it always was
 * @param seconds what all attempts took, never compared
 */
public record RmiScore(
    Outcome outcome, double loss, List<RmiStep> trace, int nanIteration, double seconds) {

  /** How scores come about. */
  public enum Outcome {
    /** The first attempt reached the last iteration. */
    SCORED,
    /** The loss became NaN, and a second attempt with other weights reached the last iteration. */
    RETRIED,
    /** The loss became NaN in both attempts. */
    DIVERGED,
    /** The loss was NaN from the start: the output does not depend on the input. */
    DEAD
  }

  /** Copies the trace. */
  public RmiScore {
    trace = List.copyOf(trace);
  }
}
