package org.nasbench4j.data.natsbench;

import java.util.Arrays;

/** One number for each row, NaN where none came; grows with the rows. */
final class DoubleRows {
  private double[] values = {};

  void put(int row, double value) {
    if (row >= values.length) {
      int known = values.length;
      values = Arrays.copyOf(values, RowOrder.capacity(row));
      Arrays.fill(values, known, values.length, Double.NaN);
    }
    values[row] = value;
  }

  private double get(int row) {
    return row < values.length ? values[row] : Double.NaN;
  }

  // The numbers in another order: the first is that of row order[0].
  double[] in(int[] order) {
    double[] ordered = new double[order.length];
    Arrays.setAll(ordered, place -> get(order[place]));
    return ordered;
  }
}
