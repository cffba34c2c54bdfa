package org.nasbench4j.stats;

/** Spearman's correlation of {@link RankedPairs} that count more than once, by average ranks. */
final class WeightedSpearman {
  private final RankedPairs ranked;
  private final double[] ranksX;
  private final double[] ranksY;

  WeightedSpearman(RankedPairs ranked) {
    this.ranked = ranked;
    this.ranksX = new double[ranked.distinctX()];
    this.ranksY = new double[ranked.distinctY()];
  }

  /**
   * The coefficient.
   *
   * @param weights how often the sample holds the pair at each position
   * @param weightOfX how often it holds each rank of x
   * @param weightOfY how often it holds each rank of y
   * @return {@code [-1, 1]}; neither side may be constant
   */
  double of(int[] weights, int[] weightOfX, int[] weightOfY) {
    int[] xs = ranked.xs();
    int[] ys = ranked.ys();
    double squares = Math.sqrt(centre(weightOfX, ranksX) * centre(weightOfY, ranksY));
    double products = 0;
    for (int i = 0; i < weights.length; i++) {
      products += weights[i] * ranksX[xs[i]] * ranksY[ys[i]];
    }
    return Math.max(-1, Math.min(1, products / squares));
  }

  // Writes twice the average ranks less their mean, which are integers; returns their squares.
  private static double centre(int[] weights, double[] ranks) {
    long items = 0;
    for (int weight : weights) {
      items += weight;
    }
    long below = 0;
    double squares = 0;
    for (int rank = 0; rank < weights.length; rank++) {
      ranks[rank] = 2 * below + weights[rank] - items;
      squares += weights[rank] * ranks[rank] * ranks[rank];
      below += weights[rank];
    }
    return squares;
  }
}
