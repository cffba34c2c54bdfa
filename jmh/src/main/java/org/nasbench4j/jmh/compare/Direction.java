package org.nasbench4j.jmh.compare;

/** Whether a larger score is good news. */
enum Direction {
  /** Times and allocations. */
  LOWER_IS_BETTER,
  /** Operations per unit of time. */
  HIGHER_IS_BETTER;

  private static final String THROUGHPUT = "thrpt";

  /** The direction of a mode's score: all modes but throughput measure the time of an operation. */
  static Direction of(String mode) {
    return mode.equals(THROUGHPUT) ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
  }

  /** How many times worse the new score is: above 1 is worse, below 1 better. */
  double decline(double before, double after) {
    return switch (this) {
      case LOWER_IS_BETTER -> after / before;
      case HIGHER_IS_BETTER -> before / after;
    };
  }
}
