package org.nasbench4j.data.suitezero;

import java.util.List;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.RowNames;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.MeanBlock;

/** The architectures of a file, numbered as they come, and what its accuracies truly are. */
sealed interface SuiteSpace permits SuiteCells, SuiteModules {

  /** The id of the search space. */
  String id();

  /** The number of architectures that the whole space has. */
  long size();

  /**
   * The number of an architecture, at most one above those before.
   *
   * @param numbers as the file writes it
   * @throws IllegalArgumentException if it is none; the message says why
   */
  int number(List<Integer> numbers);

  /** How many architectures there are. */
  int count();

  /**
   * The images of the accuracies of a data set.
   *
   * @throws IllegalArgumentException if the benchmark has no such data set
   */
  int images(DatasetId dataset);

  /** The numbers of the architectures in the order of the rows. */
  int[] order();

  /** The rows in this order. */
  RowNames names(int[] order);

  /**
   * Adds the accuracies of a data set as what they are.
   *
   * @param dataset which
   * @param correct answers in the order of the rows
   * @param accuracies takes blocks with a seed
   * @param means takes blocks without
   */
  void add(DatasetId dataset, int[] correct, List<AccuracyBlock> accuracies, List<MeanBlock> means);

  /** What a user must know of the accuracies. */
  String aboutAccuracies();
}
