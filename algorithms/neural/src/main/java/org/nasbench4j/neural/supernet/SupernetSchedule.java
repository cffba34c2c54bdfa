package org.nasbench4j.neural.supernet;

import java.util.Locale;

/**
 * How many images a step sees, and for how long.
 *
 * @param batch the images of a step, at least 2; of each half where there are two levels
 * @param epochs the most epochs, at least 1
 * @param levels whose loss moves what
 */
public record SupernetSchedule(int batch, int epochs, Levels levels) {

  /** Checks the ranges. */
  public SupernetSchedule {
    if (batch < 2 || epochs < 1) {
      throw new IllegalArgumentException(
          "The batch (%d) must be at least 2, the epochs (%d) at least 1."
              .formatted(batch, epochs));
    }
  }

  SupernetSchedule withEpochs(int changed) {
    return new SupernetSchedule(batch, changed, levels);
  }

  SupernetSchedule withLevels(Levels changed) {
    return new SupernetSchedule(batch, epochs, changed);
  }

  /** In one line. */
  @Override
  public String toString() {
    return "batch %d, epochs %d, %s level"
        .formatted(batch, epochs, levels.name().toLowerCase(Locale.ROOT));
  }
}
