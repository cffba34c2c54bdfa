package org.nasbench4j.data.number;

import java.util.OptionalInt;

/**
 * A published accuracy, and the answers that it is a share of. As many of them are correct as the
 * accuracy times their number says, which is whole but for the precision of the source.
 *
 * @param exact the accuracy times the number of answers; may be anything
 * @param answers how many there are, at least 0
 */
public record AnswerShare(double exact, int answers) {

  /**
   * A share in percent.
   *
   * @param percent the accuracy
   * @param answers how many answers there are, at least 0
   * @return the share
   */
  public static AnswerShare ofPercent(double percent, int answers) {
    return new AnswerShare(percent * answers / 100, answers);
  }

  /**
   * A share as a fraction.
   *
   * @param fraction the accuracy
   * @param answers how many answers there are, at least 0
   * @return the share
   */
  public static AnswerShare ofFraction(double fraction, int answers) {
    return new AnswerShare(fraction * answers, answers);
  }

  /**
   * The correct answers.
   *
   * @param tolerance how far the share may be from a whole number, below 0.5
   * @return 0 to all answers; empty if the share is no whole number, not even nearly, or is none of
   *     these
   */
  public OptionalInt correct(double tolerance) {
    double count = Math.rint(exact);
    return Math.abs(exact - count) <= tolerance && count >= 0 && count <= answers
        ? OptionalInt.of((int) count)
        : OptionalInt.empty();
  }
}
