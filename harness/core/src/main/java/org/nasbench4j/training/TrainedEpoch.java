package org.nasbench4j.training;

import org.nasbench4j.table.Split;

/**
 * What an epoch left.
 *
 * @param train on the training images while the epoch went on, as NAS-Bench-201 counts
 * @param valid on the validation images after the epoch, by running statistics
 * @param test on the test images after the epoch, by running statistics
 */
public record TrainedEpoch(SeedResults train, SeedResults valid, SeedResults test) {

  SeedResults of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALID -> valid;
      case TEST -> test;
      case VALID_AND_TEST ->
          throw new IllegalArgumentException("Validation and test are trained tables' own splits.");
    };
  }
}
