package org.nasbench4j.stats;

import java.util.OptionalDouble;

/**
 * How pairs of items compare under two scorings: exact counts, from which the three Kendall
 * coefficients follow.
 *
 * <p>A pair is concordant if both scorings order it the same way, discordant if they order it in
 * opposite ways, tied if a scoring gives both items the same value.
 *
 * @param n the number of items, at least 2
 * @param discordant pairs that the scorings order in opposite ways
 * @param tiedX pairs tied in x, whether or not they are tied in y
 * @param tiedY pairs tied in y, whether or not they are tied in x
 * @param tiedBoth pairs tied in x and in y
 * @param distinctX how many different values x takes
 * @param distinctY how many different values y takes
 */
public record PairCounts(
    int n, long discordant, long tiedX, long tiedY, long tiedBoth, int distinctX, int distinctY) {

  /** Checks the counts. */
  public PairCounts {
    if (n < 2) {
      throw new IllegalArgumentException(
          "The number of items (%d) must be at least 2.".formatted(n));
    }
    if (discordant < 0 || tiedBoth < 0 || tiedBoth > Math.min(tiedX, tiedY)) {
      throw new IllegalArgumentException(
          "The discordant pairs (%d) and the pairs tied in x (%d), y (%d) and both (%d) disagree."
              .formatted(discordant, tiedX, tiedY, tiedBoth));
    }
    if (pairsOf(n) - tiedX - tiedY + tiedBoth < discordant) {
      throw new IllegalArgumentException(
          "The discordant and tied pairs are more than the %d pairs of %d items."
              .formatted(pairsOf(n), n));
    }
  }

  /**
   * All pairs of items.
   *
   * @return {@code n (n - 1) / 2}
   */
  public long pairs() {
    return pairsOf(n);
  }

  /**
   * Pairs that both scorings order the same way.
   *
   * @return at least 0
   */
  public long concordant() {
    return pairs() - tiedX - tiedY + tiedBoth - discordant;
  }

  /**
   * Kendall's tau-a: concordant minus discordant pairs over all pairs. Ties pull it towards 0.
   *
   * @return {@code [-1, 1]}
   */
  public double tauA() {
    return (double) surplus() / pairs();
  }

  /**
   * Kendall's tau-b (Kendall 1945): tied pairs are taken out of both margins.
   *
   * @return {@code [-1, 1]}, or empty if x or y is constant
   */
  public OptionalDouble tauB() {
    if (constant()) {
      return OptionalDouble.empty();
    }
    double margins = Math.sqrt((double) (pairs() - tiedX) * (pairs() - tiedY));
    return OptionalDouble.of(clamp(surplus() / margins));
  }

  /**
   * Stuart's tau-c (Stuart 1953) for scorings with different numbers of distinct values: {@code 2 m
   * (C - D) / (n² (m - 1))} with {@code m} the smaller number of distinct values.
   *
   * @return {@code [-1, 1]}, or empty if x or y is constant
   */
  public OptionalDouble tauC() {
    if (constant()) {
      return OptionalDouble.empty();
    }
    double m = Math.min(distinctX, distinctY);
    return OptionalDouble.of(clamp(2 * surplus() / ((double) n * n) * (m / (m - 1))));
  }

  // The pairs among so many items.
  static long pairsOf(long items) {
    return items * (items - 1) / 2;
  }

  private boolean constant() {
    return distinctX < 2 || distinctY < 2;
  }

  private long surplus() {
    return concordant() - discordant;
  }

  private static double clamp(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}
