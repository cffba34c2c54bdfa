package org.nasbench4j.data.number;

import java.util.Arrays;

/** One number for each row, NaN where none came; grows with the rows. */
public final class DoubleRows {
  private static final int FIRST_CAPACITY = 8;

  private double[] values = {};

  /** No rows yet. */
  public DoubleRows() {}

  // How long the array becomes when it must hold a row: twice as long. From one to the next these
  // are powers of two: 16,384 for 15,625 rows, and 32,768 for as many.
  static int capacity(int row) {
    return Math.max(FIRST_CAPACITY, 2 * row);
  }

  /**
   * Keeps a number, in amortised constant time if rows come in ascending order.
   *
   * @param row which row, from 0
   * @param value its number, in place of an earlier one
   */
  public void put(int row, double value) {
    if (row >= values.length) {
      int known = values.length;
      values = Arrays.copyOf(values, capacity(row));
      Arrays.fill(values, known, values.length, Double.NaN);
    }
    values[row] = value;
  }

  /**
   * The number of a row.
   *
   * @param row which row, from 0
   * @return NaN if none came
   */
  public double get(int row) {
    return row < values.length ? values[row] : Double.NaN;
  }

  /**
   * The numbers in another order.
   *
   * @param order rows; the first number is that of {@code order[0]}
   * @return a new array of as many numbers
   */
  public double[] in(int[] order) {
    double[] ordered = new double[order.length];
    Arrays.setAll(ordered, place -> get(order[place]));
    return ordered;
  }
}
