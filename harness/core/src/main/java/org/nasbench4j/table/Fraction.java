package org.nasbench4j.table;

/**
 * An exact accuracy: correct answers out of all answers. The mean over {@code s} seeds is the sum
 * of the correct answers over {@code s} times the images.
 *
 * @param correct the number of correct answers, {@code [0, total]}
 * @param total the number of answers, {@code [1, MOST_ANSWERS]}
 */
public record Fraction(long correct, long total) {

  /** The largest total of which {@link #percent} is always correctly rounded: 2^53 / 100. */
  public static final long MOST_ANSWERS = (1L << 53) / 100;

  /** Checks the range. */
  public Fraction {
    if (total > MOST_ANSWERS) {
      throw new IllegalArgumentException(
          "The fraction (%d/%d) must have at most %d answers."
              .formatted(correct, total, MOST_ANSWERS));
    }
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "The fraction (%d/%d) must lie in [0, 1].".formatted(correct, total));
    }
  }

  /**
   * The accuracy in percent, correctly rounded: equal fractions give equal doubles.
   *
   * @return {@code [0, 100]}
   */
  public double percent() {
    return 100.0 * correct / total;
  }

  @Override
  public String toString() {
    return correct + "/" + total;
  }
}
