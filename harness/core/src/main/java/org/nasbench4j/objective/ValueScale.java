package org.nasbench4j.objective;

/** What is known of the numbers that an objective gives. Comparing methods need not care. */
public enum ValueScale {
  /** An accuracy in percent, {@code [0, 100]}. */
  PERCENT,
  /** Minus a loss: at most 0, near 0 for the best; minus infinity for a failure. */
  NEGATIVE_LOSS,
  /** Nothing is known; values may be of any size. */
  UNBOUNDED
}
