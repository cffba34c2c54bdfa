package org.nasbench4j.table;

/**
 * An exact accuracy: correct answers out of all answers. The mean over {@code s} seeds is the sum
 * of the correct answers over {@code s} times the images.
 *
 * @param correct the number of correct answers, {@code [0, total]}
 * @param total the number of answers, at least 1
 */
public record Fraction(long correct, long total) {

  /** Checks the range. */
  public Fraction {
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
