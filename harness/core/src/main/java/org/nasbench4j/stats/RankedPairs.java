package org.nasbench4j.stats;

import java.util.Arrays;

/**
 * The pairs {@code (x, y)} as dense ranks, sorted by x and, where x ties, by y. Sorted once, every
 * resample of the same pairs is a row of weights over these positions and needs no sorting.
 */
final class RankedPairs {
  private final int[] order;
  private final int[] xs;
  private final int[] ys;
  private final int distinctX;
  private final int distinctY;

  RankedPairs(double[] x, double[] y) {
    int[] visit = new int[x.length];
    Arrays.setAll(visit, i -> i);
    DenseRanks ranksY = new DenseRanks(y, visit);
    DenseRanks ranksX = new DenseRanks(x, ranksY.order());
    this.order = ranksX.order();
    this.xs = ranksX.sorted();
    this.ys = gather(ranksY.byIndex());
    this.distinctX = ranksX.distinct();
    this.distinctY = ranksY.distinct();
  }

  // The number of pairs.
  int size() {
    return order.length;
  }

  // The rank of x at each position; never descends.
  int[] xs() {
    return xs;
  }

  // The rank of y at each position.
  int[] ys() {
    return ys;
  }

  // How many different x there are.
  int distinctX() {
    return distinctX;
  }

  // How many different y there are.
  int distinctY() {
    return distinctY;
  }

  // The values, one for each item, in the order of the positions.
  double[] inOrder(double[] values) {
    double[] gathered = new double[order.length];
    Arrays.setAll(gathered, position -> values[order[position]]);
    return gathered;
  }

  private int[] gather(int[] ranks) {
    int[] gathered = new int[order.length];
    Arrays.setAll(gathered, position -> ranks[order[position]]);
    return gathered;
  }
}
