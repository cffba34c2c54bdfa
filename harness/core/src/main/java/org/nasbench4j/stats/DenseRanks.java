package org.nasbench4j.stats;

/**
 * Values in ascending order with ranks without gaps: 0 for the smallest value, equal values share
 * one rank, {@code -0.0} equals {@code 0.0}, infinities are values like any other.
 */
final class DenseRanks {
  private final int[] order;
  private final int[] sorted;
  private final int distinct;

  /**
   * Ranks the values.
   *
   * @param values without NaN
   * @param visit every index once; equal values are ordered as they are visited
   */
  DenseRanks(double[] values, int[] visit) {
    RadixSort sort = new RadixSort(keys(values, visit), visit.clone());
    this.order = sort.items();
    this.sorted = ranks(sort.keys());
    this.distinct = sorted.length == 0 ? 0 : sorted[sorted.length - 1] + 1;
  }

  // The indices in ascending order of their values.
  int[] order() {
    return order;
  }

  // The ranks in ascending order, one for each item of order().
  int[] sorted() {
    return sorted;
  }

  // How many different values there are.
  int distinct() {
    return distinct;
  }

  // The rank of each value, by its index.
  int[] byIndex() {
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = sorted[i];
    }
    return ranks;
  }

  private static int[] ranks(long[] sortedKeys) {
    int[] ranks = new int[sortedKeys.length];
    for (int i = 1; i < ranks.length; i++) {
      ranks[i] = ranks[i - 1] + (sortedKeys[i] == sortedKeys[i - 1] ? 0 : 1);
    }
    return ranks;
  }

  private static long[] keys(double[] values, int[] visit) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(values[visit[i]]);
    }
    return keys;
  }

  // Bits that compare as unsigned numbers the way the values compare.
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0); // the sum turns -0.0 into 0.0
    return bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE);
  }
}
