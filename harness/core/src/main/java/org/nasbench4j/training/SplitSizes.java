package org.nasbench4j.training;

import org.nasbench4j.table.Split;

/**
 * How many images each split has: the denominators of accuracies.
 *
 * @param train at least 1
 * @param valid at least 1
 * @param test at least 1
 */
public record SplitSizes(int train, int valid, int test) {

  /** Checks the sizes. */
  public SplitSizes {
    if (train < 1 || valid < 1 || test < 1) {
      throw new IllegalArgumentException(
          "The splits (%d, %d and %d images) must have at least one image each."
              .formatted(train, valid, test));
    }
  }

  /**
   * The size of a split.
   *
   * @param split train, valid or test
   * @return at least 1
   * @throws IllegalArgumentException if it is another split
   */
  public int of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALID -> valid;
      case TEST -> test;
      case VALID_AND_TEST ->
          throw new IllegalArgumentException("Validation and test are trained tables' own splits.");
    };
  }
}
