package org.nasbench4j.budget;

import java.math.BigDecimal;
import java.util.Locale;

/** How much one run may spend. */
public sealed interface Budget permits Budget.Evaluations, Budget.SimulatedSeconds {

  /**
   * Whether nothing more may be spent.
   *
   * @param evaluations the charged evaluations so far
   * @param seconds the charged seconds so far
   * @return true once the limit is reached
   */
  boolean reachedBy(long evaluations, double seconds);

  /**
   * Whether more than the limit would have been spent.
   *
   * @param evaluations the charged evaluations
   * @param seconds the charged seconds
   * @return true beyond the limit
   */
  boolean exceededBy(long evaluations, double seconds);

  /**
   * Reads {@code 150 evaluations} or {@code 20000 seconds}.
   *
   * @param text number and unit
   * @return the budget
   * @throws IllegalArgumentException if the text is neither, or the number is not positive
   */
  static Budget parse(String text) {
    String[] parts = text.trim().split("\\s+", -1);
    if (parts.length == 2 && parts[0].matches("[0-9]{1,12}(\\.[0-9]+)?")) {
      String unit = parts[1].toLowerCase(Locale.ROOT);
      if (unit.equals("seconds")) {
        return new SimulatedSeconds(Double.parseDouble(parts[0]));
      }
      if (unit.equals("evaluations") && !parts[0].contains(".")) {
        return new Evaluations(Long.parseLong(parts[0]));
      }
    }
    throw new IllegalArgumentException(
        "The budget (%s) must be a number with its unit: 150 evaluations, or 20000 seconds."
            .formatted(text));
  }

  /**
   * A number of charged evaluations.
   *
   * @param limit at least 1
   */
  record Evaluations(long limit) implements Budget {

    public Evaluations {
      if (limit < 1) {
        throw new IllegalArgumentException(
            "The budget (%d evaluations) must be at least 1.".formatted(limit));
      }
    }

    @Override
    public boolean reachedBy(long evaluations, double seconds) {
      return evaluations >= limit;
    }

    @Override
    public boolean exceededBy(long evaluations, double seconds) {
      return evaluations > limit;
    }

    @Override
    public String toString() {
      return limit + " evaluations";
    }
  }

  /**
   * An amount of simulated time.
   *
   * @param limit in seconds, greater than 0
   */
  record SimulatedSeconds(double limit) implements Budget {

    public SimulatedSeconds {
      if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The budget (%s seconds) must be positive and finite.".formatted(limit));
      }
    }

    @Override
    public boolean reachedBy(long evaluations, double seconds) {
      return seconds >= limit;
    }

    @Override
    public boolean exceededBy(long evaluations, double seconds) {
      return seconds > limit;
    }

    @Override
    public String toString() {
      return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString() + " seconds";
    }
  }
}
