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
   * The published records of NATS-Bench are at most 0.000008 answers off, the CSV files 0.00005,
   * and accuracies of 32 bits less than this; half an answer would be ambiguous.
   */
  private static final double TOLERANCE = 0.02;

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
   * @return 0 to all answers; empty if the share is farther than 0.02 from a whole number, or is
   *     none of these
   */
  public OptionalInt correct() {
    double count = Math.rint(exact);
    return Math.abs(exact - count) <= TOLERANCE && count >= 0 && count <= answers
        ? OptionalInt.of((int) count)
        : OptionalInt.empty();
  }
}
