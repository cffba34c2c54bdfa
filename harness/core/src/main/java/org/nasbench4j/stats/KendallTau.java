package org.nasbench4j.stats;

import java.util.Arrays;

/**
 * Kendall's rank correlation alone, where {@link Correlation} would measure more than is asked. O(n
 * log n) time, O(n) memory, thread-safe.
 */
public final class KendallTau {

  private KendallTau() {}

  /**
   * Kendall's tau-b between two scorings of the same items.
   *
   * <p>Tied pairs are taken out of both margins, so tau-b reaches ±1 only if the tie patterns
   * agree. Infinities rank above and below every finite value.
   *
   * <p>Example: {@code tauB([1, 2, 2, 3], [1, 3, 2, 2])} is {@code 0.4}.
   *
   * @param x first scores, at least two, none NaN
   * @param y second scores, as many as {@code x}
   * @return tau-b in {@code [-1, 1]}
   * @throws IllegalArgumentException if lengths differ, there are fewer than two items, a value is
   *     NaN, or one side is constant
   */
  public static double tauB(double[] x, double[] y) {
    PairCounts pairs = count(x, y);
    return pairs
        .tauB()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tau-b is undefined where a side is constant; x has %d distinct values, y %d."
                        .formatted(pairs.distinctX(), pairs.distinctY())));
  }

  /**
   * Counts how the pairs of items compare: tau-a, tau-b and tau-c follow from the counts.
   *
   * @param x first scores, at least two, none NaN
   * @param y second scores, as many as {@code x}
   * @return exact counts
   * @throws IllegalArgumentException if lengths differ, there are fewer than two items, or a value
   *     is NaN
   */
  public static PairCounts count(double[] x, double[] y) {
    Samples.requirePairs(x, y);
    return new PairCounter(new RankedPairs(x, y)).count(once(x.length));
  }

  // The sample as it is: every pair once.
  static int[] once(int size) {
    int[] weights = new int[size];
    Arrays.fill(weights, 1);
    return weights;
  }
}
