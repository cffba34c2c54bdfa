package org.nasbench4j.table;

/**
 * What was measured, with nothing left open: which training, on which images, at which point of
 * which schedule.
 *
 * <p>A measure that cannot exist, such as the validation accuracy of a network that was trained on
 * the validation images, cannot be constructed.
 *
 * @param training the data set and the part of it that was trained on
 * @param split the images that were measured
 * @param fidelity the schedule and epoch
 */
public record Measure(Training training, Split split, Fidelity fidelity) {

  /** Checks that the training has the split. */
  public Measure {
    training.requireSplit(split);
  }

  /**
   * The measure at the end of a schedule.
   *
   * @param training the data set and the part of it that was trained on
   * @param split the images that were measured
   * @param schedule the training recipe
   * @return the measure
   * @throws IllegalArgumentException if the training has no such split
   */
  public static Measure atEnd(Training training, Split split, Schedule schedule) {
    return new Measure(training, split, Fidelity.endOf(schedule));
  }

  @Override
  public String toString() {
    return "%s:%s:%s".formatted(training, split, fidelity);
  }
}
