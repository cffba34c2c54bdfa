package org.nasbench4j.data.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerShareTest {
  private static final double TOLERANCE = 0.02;

  @Test
  void anAccuracyIsANumberOfAnswers() {
    assertThat(AnswerShare.ofPercent(91.52, 10_000).correct(TOLERANCE)).hasValue(9_152);
    assertThat(AnswerShare.ofFraction(0.9152, 10_000).correct(TOLERANCE)).hasValue(9_152);
    assertThat(AnswerShare.ofPercent(0, 7).correct(TOLERANCE)).hasValue(0);
    assertThat(AnswerShare.ofPercent(100, 7).correct(TOLERANCE)).hasValue(7);
  }

  @Test
  void thePrecisionOfASourceIsTolerated() {
    AnswerShare share = new AnswerShare(5.0625, 10);

    assertThat(share.correct(0.0625)).hasValue(5);
    assertThat(share.correct(0.06)).isEmpty();
    assertThat(new AnswerShare(-0.01, 10).correct(TOLERANCE)).hasValue(0);
    assertThat(new AnswerShare(10.01, 10).correct(TOLERANCE)).hasValue(10);
  }

  @Test
  void whatIsNoShareHasNone() {
    for (double exact :
        new double[] {
          0.5, 1.5, -1, 11, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        }) {
      assertThat(new AnswerShare(exact, 10).correct(TOLERANCE)).as("%s", exact).isEmpty();
    }
  }
}
