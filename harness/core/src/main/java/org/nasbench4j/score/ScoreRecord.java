package org.nasbench4j.score;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The score of one architecture, which stands for all that compute the same function.
 *
 * @param architecture the official index of the representative
 * @param value the score, higher is better; minus infinity for an architecture that failed
 * @param seconds what computing it took
 * @param details further numbers by name, such as the loss at some iteration
 */
public record ScoreRecord(
    int architecture, double value, double seconds, SortedMap<String, Double> details) {

  /** Checks the numbers and copies the details. */
  public ScoreRecord {
    if (Double.isNaN(value) || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "The score (%s) of the architecture %s must not be NaN, nor its cost (%s s) negative."
              .formatted(value, architecture, seconds));
    }
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }
}
