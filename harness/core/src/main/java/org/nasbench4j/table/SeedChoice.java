package org.nasbench4j.table;

/**
 * Which of the repeated trainings of one network a query means. There is no default and no random
 * choice: a study draws from its own recorded randomness or takes the mean.
 */
public sealed interface SeedChoice permits SeedChoice.Single, SeedChoice.Each {

  /** Every seed that is present. */
  SeedChoice EACH = new Each();

  /** The arithmetic mean over the seeds that are present; absent seeds are never filled in. */
  Single MEAN = new Mean();

  /**
   * One named seed; a query fails where that seed is absent.
   *
   * @param seed the benchmark's name of the training, at least 0, for example 777
   * @return the choice
   * @throws IllegalArgumentException if the seed is negative
   */
  static Single of(int seed) {
    return new One(seed);
  }

  /**
   * Reads {@code mean}, {@code each} or a seed.
   *
   * @param text the choice
   * @return the choice
   * @throws IllegalArgumentException if the text is none of the three
   */
  static SeedChoice parse(String text) {
    if (text.equals("each")) {
      return EACH;
    }
    if (text.equals("mean")) {
      return MEAN;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "The seeds (%s) must be mean, each, or one seed, for example 777.".formatted(text));
    }
    return of(Integer.parseInt(text));
  }

  /** A choice that gives one value per architecture. */
  sealed interface Single extends SeedChoice permits Mean, One {}

  /** The mean over the seeds that are present. */
  record Mean() implements Single {
    @Override
    public String toString() {
      return "mean";
    }
  }

  /**
   * One named seed.
   *
   * @param seed the benchmark's name of the training, at least 0
   */
  record One(int seed) implements Single {

    public One {
      if (seed < 0) {
        throw new IllegalArgumentException("The seed (%d) must not be negative.".formatted(seed));
      }
    }

    @Override
    public String toString() {
      return Integer.toString(seed);
    }
  }

  /** Every seed that is present. */
  record Each() implements SeedChoice {
    @Override
    public String toString() {
      return "each";
    }
  }
}
