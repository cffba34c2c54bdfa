package org.nasbench4j.data.nasbench101;

import java.util.List;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;

/** What the benchmark measured of each module. */
final class Budgets {

  /** The lengths of the trainings, each a schedule of its own. */
  static final List<Schedule> SCHEDULES =
      List.of(new Schedule(4), new Schedule(12), new Schedule(36), new Schedule(108));

  /** Each schedule was trained so often. */
  static final int REPEATS = 3;

  /** The measured points of a training: halfway and at the end. */
  static final int POINTS = 2;

  /** Each point has an accuracy on each of these. */
  static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALID, Split.TEST);

  /** Accuracies are of 39 whole batches of 256 images of each split. */
  static final int IMAGES = 9_984;

  private Budgets() {}

  // The place of a schedule; negative if there is none of this length.
  static int indexOf(int epochs) {
    for (int i = 0; i < SCHEDULES.size(); i++) {
      if (SCHEDULES.get(i).epochs() == epochs) {
        return i;
      }
    }
    return -1;
  }

  // The stored epochs, counted from 0.
  static List<Integer> epochs(Schedule schedule) {
    return List.of(schedule.epochs() / 2 - 1, schedule.epochs() - 1);
  }

  /**
   * An accuracy as a number of answers.
   *
   * @param accuracy a share of the answers
   * @param answers how many there are
   * @return the correct ones
   * @throws IllegalArgumentException if the accuracy is no fraction of that many
   */
  static int correct(double accuracy, int answers) {
    return AnswerShare.ofFraction(accuracy, answers)
        .correct()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the accuracy %s is no share of %d answers".formatted(accuracy, answers)));
  }
}
