package org.nasbench4j.objective;

/**
 * What one look at an architecture gave and cost.
 *
 * @param value the objective's value, higher is better, never NaN
 * @param seconds the cost, at least 0
 */
public record Evaluation(double value, double seconds) {

  /** Checks the value and the cost. */
  public Evaluation {
    if (Double.isNaN(value) || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "The value (%s) must not be NaN, and its cost (%s s) must not be negative."
              .formatted(value, seconds));
    }
  }
}
