package org.nasbench4j.search;

import org.nasbench4j.space.Architecture;

/**
 * What a search method is told about an architecture that it asked for.
 *
 * @param architecture the architecture that was evaluated
 * @param value the objective's value, higher is better, never NaN
 */
public record Observation(Architecture architecture, double value) {

  /** Checks the value. */
  public Observation {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "The value of %s must not be NaN.".formatted(architecture.text()));
    }
  }
}
