package org.nasbench4j.study;

import java.util.Arrays;

/** Collects the trials of one run in growing arrays. */
final class TrialLog {
  private int[] rows = new int[256];
  private double[] values = new double[256];
  private double[] seconds = new double[256];
  private int size;

  void add(int row, double value, double chargedSeconds) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
    }
    rows[size] = row;
    values[size] = value;
    seconds[size] = chargedSeconds;
    size++;
  }

  int size() {
    return size;
  }

  RunRecord.Trials toTrials() {
    return new RunRecord.Trials(
        Arrays.copyOf(rows, size), Arrays.copyOf(values, size), Arrays.copyOf(seconds, size));
  }
}
