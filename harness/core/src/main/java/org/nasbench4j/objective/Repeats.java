package org.nasbench4j.objective;

import java.util.Optional;

/** What a search pays for, and sees, of the repeated trainings of a network. */
public enum Repeats {
  /** What the query's seeds say: their mean, or one named seed. */
  STATED,
  /**
   * One of the trainings that are present, drawn anew at each evaluation, as the published code of
   * NAS-Bench-101 does: its accuracy, its seconds.
   */
  RANDOM,
  /** All trainings that are present: the mean of their accuracies, the sum of their seconds. */
  ALL;

  /**
   * Reads the name that stands in the place of the seeds.
   *
   * @param text for example {@code random}
   * @return empty if the text is neither {@code random} nor {@code all}
   */
  public static Optional<Repeats> find(String text) {
    return switch (text) {
      case "random" -> Optional.of(RANDOM);
      case "all" -> Optional.of(ALL);
      default -> Optional.empty();
    };
  }

  /**
   * The name that stands in the place of the seeds.
   *
   * @return lower case, for example {@code random}
   */
  @Override
  public String toString() {
    return switch (this) {
      case STATED -> "stated";
      case RANDOM -> "random";
      case ALL -> "all";
    };
  }
}
