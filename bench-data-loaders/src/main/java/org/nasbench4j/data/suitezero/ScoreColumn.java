package org.nasbench4j.data.suitezero;

import java.util.Arrays;

/** One number for each architecture, NaN where none came; grows with them. */
final class ScoreColumn {
  private static final int FIRST_CAPACITY = 8;

  private double[] values = {};

  void put(int number, double value) {
    if (number >= values.length) {
      int known = values.length;
      values = Arrays.copyOf(values, Math.max(FIRST_CAPACITY, Math.max(number + 1, 2 * known)));
      Arrays.fill(values, known, values.length, Double.NaN);
    }
    values[number] = value;
  }

  double get(int number) {
    return number < values.length ? values[number] : Double.NaN;
  }

  // The numbers in another order: the first is that of order[0].
  double[] in(int[] order) {
    return Arrays.stream(order).mapToDouble(this::get).toArray();
  }
}
