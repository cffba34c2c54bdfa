package org.nasbench4j.proxy;

/**
 * What a proxy says of one architecture.
 *
 * @param value the score, higher is better; may be infinite, never NaN
 * @param seconds what computing it cost, 0 where it is negligible
 */
public record ProxyScore(double value, double seconds) {

  /** Checks the value and the cost. */
  public ProxyScore {
    if (Double.isNaN(value) || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "The score (%s) must not be NaN, and its cost (%s s) must not be negative."
              .formatted(value, seconds));
    }
  }
}
