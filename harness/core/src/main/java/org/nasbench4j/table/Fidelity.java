package org.nasbench4j.table;

/**
 * The point on a schedule that was reached and paid for.
 *
 * @param schedule the training recipe
 * @param epoch the last epoch that was trained, counted from 0: {@code [0, schedule.epochs() - 1]}
 */
public record Fidelity(Schedule schedule, int epoch) {

  /** Checks that the epoch lies on the schedule. */
  public Fidelity {
    if (epoch < 0 || epoch >= schedule.epochs()) {
      throw new IllegalArgumentException(
          "The epoch (%d) must be in 0..%d: epochs of the %d-epoch schedule count from 0, so %d is"
                  .formatted(epoch, schedule.epochs() - 1, schedule.epochs(), schedule.epochs() - 1)
              + " the last.");
    }
  }

  /**
   * The end of a schedule.
   *
   * @param schedule the training recipe
   * @return its last epoch
   */
  public static Fidelity endOf(Schedule schedule) {
    return new Fidelity(schedule, schedule.epochs() - 1);
  }

  /**
   * Whether the schedule was trained to its end.
   *
   * @return true for the last epoch
   */
  public boolean isEnd() {
    return epoch == schedule.epochs() - 1;
  }

  /**
   * The number of epochs that were trained.
   *
   * @return {@code epoch + 1}
   */
  public int trainedEpochs() {
    return epoch + 1;
  }

  @Override
  public String toString() {
    return isEnd() ? schedule.toString() : schedule + "@" + epoch;
  }
}
