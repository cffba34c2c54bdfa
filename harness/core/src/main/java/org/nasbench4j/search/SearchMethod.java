package org.nasbench4j.search;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nasbench4j.space.Architecture;

/**
 * One search in progress: it proposes architectures and learns from what they scored.
 *
 * <p>The harness calls {@link #ask} and {@link #tell} in turn until the budget is spent or the
 * {@link #state} is no longer {@code SEARCHING}, then {@link #recommend} once; a trial that the
 * budget rejected is asked for but never told, nor is one with {@link #ownSeconds}. A method sees
 * neither the test split, nor the table, nor the clock: space, settings and randomness are handed
 * to its {@link SearchMethodProvider}. Instances serve one run on one thread. The same settings and
 * randomness give the same proposals.
 */
public interface SearchMethod {

  /** Whether a search goes on. */
  enum State {
    /** It has more to ask. */
    SEARCHING,
    /** It reached its goal. */
    FINISHED,
    /** It ended without reaching its goal: at a limit of its own, or with nothing left to ask. */
    CAPPED
  }

  /**
   * Proposes the next architecture to evaluate.
   *
   * @return an architecture of the space; repeats are allowed and priced by the study
   */
  Architecture ask();

  /**
   * Whether the last proposal came from the method's own work, such as a training on images; read
   * once after every {@link #ask}. Such a proposal is what the method would answer now, whatever it
   * is worth. The harness looks it up after the search has ended and is charged a look and these
   * seconds; nothing is evaluated, and the method is told nothing.
   *
   * @return the seconds that the method worked since its last proposal, measured and stored, so
   *     that they are the same each time: finite, at least 0; empty (the default) for a proposal
   *     that is to be evaluated
   */
  default OptionalDouble ownSeconds() {
    return OptionalDouble.empty();
  }

  /**
   * Learns the result of the last proposal.
   *
   * @param observation what the architecture scored
   */
  void tell(Observation observation);

  /**
   * Whether the search goes on; read before every {@link #ask}. A method that has ended stays so,
   * and still answers {@link #ask} with a member of the space.
   *
   * @return {@code SEARCHING} (the default) for a method that only a budget ends
   */
  default State state() {
    return State.SEARCHING;
  }

  /**
   * The method's answer after the search, which may never have been evaluated.
   *
   * @return the answer; empty (the default) for the incumbent, the best observed architecture, the
   *     first of equals
   */
  default Optional<Architecture> recommend() {
    return Optional.empty();
  }
}
