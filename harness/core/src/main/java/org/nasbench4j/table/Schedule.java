package org.nasbench4j.table;

/**
 * A complete training recipe, named by its length: a 12-epoch schedule is a training of its own,
 * not the first 12 epochs of a longer one.
 *
 * @param epochs the length in epochs, at least 1
 */
public record Schedule(int epochs) implements Comparable<Schedule> {

  /** Checks the length. */
  public Schedule {
    if (epochs < 1) {
      throw new IllegalArgumentException(
          "The schedule (%d epochs) must have at least one epoch.".formatted(epochs));
    }
  }

  /**
   * Reads a number of epochs.
   *
   * @param text decimal digits
   * @return the schedule
   * @throws IllegalArgumentException if the text is no number of at least 1
   */
  public static Schedule parse(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "The schedule (%s) must be a number of epochs, for example 12 or 200.".formatted(text));
    }
    return new Schedule(Integer.parseInt(text));
  }

  @Override
  public int compareTo(Schedule other) {
    return Integer.compare(epochs, other.epochs);
  }

  @Override
  public String toString() {
    return Integer.toString(epochs);
  }
}
