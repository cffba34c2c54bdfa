package org.nasbench4j.training;

import java.util.List;
import org.nasbench4j.table.Split;

/**
 * One schedule of one architecture, trained from scratch with all seeds together.
 *
 * <p>The seconds are those of all seeds. A seed is charged an equal share, although alone it would
 * have taken longer.
 *
 * @param epochs what came out of each epoch, from the first to the last, not empty
 * @param trainingSeconds of all epochs, without evaluation
 * @param validSeconds of all passes over the validation images, one for each epoch
 * @param testSeconds of all passes over the test images, one for each epoch that has them
 */
public record TrainedSchedule(
    List<TrainedEpoch> epochs, double trainingSeconds, double validSeconds, double testSeconds) {

  /** Checks the seconds and copies the list. */
  public TrainedSchedule {
    epochs = List.copyOf(epochs);
    if (!(trainingSeconds >= 0 && validSeconds >= 0 && testSeconds >= 0)) {
      throw new IllegalArgumentException(
          "The seconds (%s, %s, %s) must not be negative."
              .formatted(trainingSeconds, validSeconds, testSeconds));
    }
  }

  // What one epoch or pass took.
  double secondsPerEpoch(Split split) {
    double seconds =
        switch (split) {
          case TRAIN -> trainingSeconds;
          case VALID -> validSeconds;
          case TEST -> testSeconds;
          case VALID_AND_TEST ->
              throw new IllegalArgumentException(
                  "Validation and test are trained tables' own splits.");
        };
    return seconds / epochs.stream().filter(epoch -> epoch.has(split)).count();
  }
}
