package org.nasbench4j.neural.supernet;

/**
 * When a search has converged, asked after each epoch.
 *
 * @param unchanged the share of the epoch's steps, up to its end, over which the architecture that
 *     would be derived has stayed the same, {@code [0, 1]}
 * @param confidence the least mean of the rows' highest weights, {@code (0, 1]}; infinite if only
 *     the number of epochs ends the search
 */
public record Convergence(double unchanged, double confidence) {

  /** Checks the ranges. */
  public Convergence {
    if (!(unchanged >= 0 && unchanged <= 1 && confidence > 0)) {
      throw new IllegalArgumentException(
          "The unchanged share (%s) must be 0 to 1, the confidence (%s) positive."
              .formatted(unchanged, confidence));
    }
  }

  /**
   * Only the number of epochs ends the search.
   *
   * @return the rule
   */
  public static Convergence never() {
    return new Convergence(1, Double.POSITIVE_INFINITY);
  }

  /** In one line. */
  @Override
  public String toString() {
    return confidence > 1
        ? "no early end"
        : "converged at confidence %s, unchanged for %s of an epoch"
            .formatted(confidence, unchanged);
  }
}
