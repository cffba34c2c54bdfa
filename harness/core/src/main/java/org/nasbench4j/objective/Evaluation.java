package org.nasbench4j.objective;

import java.util.Optional;
import org.nasbench4j.table.SeedChoice;

/**
 * What one look at an architecture gave and cost.
 *
 * @param value the objective's value, higher is better, never NaN
 * @param seconds the cost, at least 0
 * @param drawn the training that the look drew, if it drew one
 */
public record Evaluation(double value, double seconds, Optional<SeedChoice.Single> drawn) {

  /** Checks the value and the cost. */
  public Evaluation {
    if (Double.isNaN(value) || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "The value (%s) must not be NaN, and its cost (%s s) must not be negative."
              .formatted(value, seconds));
    }
  }

  /**
   * What a look found that drew nothing.
   *
   * @param value the objective's value, higher is better
   * @param seconds its cost
   */
  public Evaluation(double value, double seconds) {
    this(value, seconds, Optional.empty());
  }

  /**
   * The same, as what was found in a training that was drawn.
   *
   * @param seed the training
   * @return a new evaluation
   */
  public Evaluation of(SeedChoice.Single seed) {
    return new Evaluation(value, seconds, Optional.of(seed));
  }
}
