package org.nasbench4j.stats;

import java.util.Arrays;

/**
 * Counts discordant and tied pairs of weighted {@link RankedPairs} in O(n log m) for m different y.
 * Walks the pairs by ascending x and keeps the y seen so far in a binary indexed tree (Fenwick
 * 1994), which is quicker here than Knight's merge sort and takes weights. Scratch space is reused
 * from count to count, so one counter serves one thread.
 */
final class PairCounter {
  private final RankedPairs ranked;
  private final int[] weightOfX;
  private final int[] weightOfY;
  private final int[] tree;

  PairCounter(RankedPairs ranked) {
    this.ranked = ranked;
    this.weightOfX = new int[ranked.distinctX()];
    this.weightOfY = new int[ranked.distinctY()];
    this.tree = new int[ranked.distinctY() + 1];
  }

  /**
   * Counts the pairs.
   *
   * @param weights how often the sample holds the pair at each position; sum at least 2
   * @return the counts of the sample
   */
  PairCounts count(int[] weights) {
    weighMargins(weights);
    return new PairCounts(
        Arrays.stream(weights).sum(),
        discordant(weights),
        tied(weightOfX),
        tied(weightOfY),
        tiedBoth(weights),
        distinct(weightOfX),
        distinct(weightOfY));
  }

  // How often the last sample held each rank of x.
  int[] weightOfX() {
    return weightOfX;
  }

  // How often the last sample held each rank of y.
  int[] weightOfY() {
    return weightOfY;
  }

  private void weighMargins(int[] weights) {
    int[] xs = ranked.xs();
    int[] ys = ranked.ys();
    Arrays.fill(weightOfX, 0);
    Arrays.fill(weightOfY, 0);
    for (int position = 0; position < weights.length; position++) {
      weightOfX[xs[position]] += weights[position];
      weightOfY[ys[position]] += weights[position];
    }
  }

  // Pairs with ascending x and descending y; where x ties, y ascends and nothing is counted.
  private long discordant(int[] weights) {
    int[] ys = ranked.ys();
    Arrays.fill(tree, 0);
    long discordant = 0;
    int seen = 0;
    for (int position = 0; position < weights.length; position++) {
      int weight = weights[position];
      if (weight > 0) {
        discordant += (long) weight * (seen - seenUpTo(ys[position]));
        add(ys[position], weight);
        seen += weight;
      }
    }
    return discordant;
  }

  private int seenUpTo(int y) {
    int sum = 0;
    for (int node = y + 1; node > 0; node &= node - 1) {
      sum += tree[node];
    }
    return sum;
  }

  private void add(int y, int weight) {
    for (int node = y + 1; node < tree.length; node += node & -node) {
      tree[node] += weight;
    }
  }

  private long tiedBoth(int[] weights) {
    int[] xs = ranked.xs();
    int[] ys = ranked.ys();
    long tied = 0;
    long group = 0;
    for (int position = 0; position < weights.length; position++) {
      boolean same =
          position > 0 && xs[position] == xs[position - 1] && ys[position] == ys[position - 1];
      group = (same ? group : 0) + weights[position];
      tied += pairsWithLast(group, weights[position]);
    }
    return tied;
  }

  // The pairs within a group that hold at least one of its last members.
  private static long pairsWithLast(long group, int last) {
    return PairCounts.pairsOf(group) - PairCounts.pairsOf(group - last);
  }

  private static long tied(int[] weights) {
    long tied = 0;
    for (int weight : weights) {
      tied += PairCounts.pairsOf(weight);
    }
    return tied;
  }

  private static int distinct(int[] weights) {
    int distinct = 0;
    for (int weight : weights) {
      distinct += weight > 0 ? 1 : 0;
    }
    return distinct;
  }
}
