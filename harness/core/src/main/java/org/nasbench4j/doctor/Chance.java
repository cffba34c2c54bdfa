package org.nasbench4j.doctor;

import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Fraction;
import org.nasbench4j.table.Measure;

/**
 * What a network reaches that guesses: at most one answer in as many as there are classes, plus
 * three standard deviations of so many guesses.
 *
 * @param classes the number of classes
 */
record Chance(int classes) {
  private static final double DEVIATIONS = 3;

  static Chance of(Measure measure) {
    return new Chance(measure.training().dataset().classes());
  }

  /** Whether a row, which must have a value, is no better than guessing. */
  boolean reaches(AccuracyColumn column, int row) {
    Fraction fraction = column.fraction(row);
    // A dead network answers the same in each training, so that more trainings are no more guesses.
    double images = (double) fraction.total() / Math.max(1, column.seedCount(row));
    double share = 1.0 / classes;
    double limit = share + DEVIATIONS * Math.sqrt(share * (1 - share) / images);
    return fraction.correct() <= limit * fraction.total();
  }
}
