package org.nasbench4j.data.natsbench;

/** The seconds of the epochs of one training. */
final class EpochSeconds {
  private final double first;
  private double sum;
  private int count;

  // Of no epoch yet; the first is known already.
  EpochSeconds(double first) {
    this.first = first;
  }

  void add(double seconds) {
    sum += seconds;
    count++;
  }

  double first() {
    return first;
  }

  double mean() {
    return sum / count;
  }
}
