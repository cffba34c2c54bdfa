package org.nasbench4j.table;

import java.util.List;

/** The accuracies of one {@link Query}; {@link #value} is in percent, {@code [0, 100]}. */
public interface AccuracyColumn extends Column {

  /**
   * What the column answers.
   *
   * @return the query
   */
  Query query();

  /**
   * Whether the numbers were measured or derived.
   *
   * @return the origin of all rows
   */
  @Override
  Origin origin();

  /**
   * The exact accuracy; over several seeds the totals add up.
   *
   * @param row the row
   * @return the fraction behind {@link #value}
   * @throws MissingRecordException if the row was not measured
   */
  Fraction fraction(int row);

  /**
   * The seeds behind a row's value.
   *
   * @param row the row
   * @return in ascending order; empty where the source names only their number
   */
  List<Integer> seeds(int row);

  /**
   * The number of trainings behind a row's value.
   *
   * @param row the row
   * @return 0 where nothing was measured
   */
  int seedCount(int row);
}
