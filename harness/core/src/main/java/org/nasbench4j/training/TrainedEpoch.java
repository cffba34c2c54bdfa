package org.nasbench4j.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.Split;

/**
 * What an epoch left.
 *
 * @param train on the training images while the epoch went on, as NAS-Bench-201 counts
 * @param valid on the validation images after the epoch, by running statistics
 * @param test on the test images after the epoch, by running statistics; null where they were not
 *     looked at
 */
public record TrainedEpoch(SeedResults train, SeedResults valid, @Nullable SeedResults test) {

  boolean has(Split split) {
    return split != Split.TEST || test != null;
  }

  SeedResults of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALID -> valid;
      case TEST -> Objects.requireNonNull(test, "not looked at");
      case VALID_AND_TEST ->
          throw new IllegalArgumentException("Validation and test are trained tables' own splits.");
    };
  }
}
