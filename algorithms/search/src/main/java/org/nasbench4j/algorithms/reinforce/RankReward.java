package org.nasbench4j.algorithms.reinforce;

import java.util.Arrays;

/**
 * The percentile rank of the value among all values so far, itself included and ties at their
 * middle: in {@code (0, 100)}, 50 for the first value and whenever all are equal. Takes O(n) time
 * for the n-th value.
 */
final class RankReward implements Reward {
  private double[] values = new double[256];
  private int count;

  @Override
  public double of(double value) {
    add(value);
    int less = 0;
    int equal = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] < value) {
        less++;
      } else if (values[i] == value) {
        equal++;
      }
    }
    return 100 * (less + 0.5 * equal) / count;
  }

  private void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }
}
