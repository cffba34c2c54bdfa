package org.nasbench4j.data.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerShareTest {

  @Test
  void anAccuracyIsANumberOfAnswers() {
    assertThat(AnswerShare.ofPercent(91.52, 10_000).correct()).hasValue(9_152);
    assertThat(AnswerShare.ofFraction(0.9152, 10_000).correct()).hasValue(9_152);
    assertThat(AnswerShare.ofPercent(0, 7).correct()).hasValue(0);
    assertThat(AnswerShare.ofPercent(100, 7).correct()).hasValue(7);
  }

  @Test
  void thePrecisionOfASourceIsTolerated() {
    assertThat(new AnswerShare(5.0195, 10).correct()).hasValue(5);
    assertThat(new AnswerShare(5.0205, 10).correct()).isEmpty();
    assertThat(new AnswerShare(-0.01, 10).correct()).hasValue(0);
    assertThat(new AnswerShare(10.01, 10).correct()).hasValue(10);
  }

  @Test
  void whatIsNoShareHasNone() {
    for (double exact :
        new double[] {
          0.5, 1.5, -1, 11, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        }) {
      assertThat(new AnswerShare(exact, 10).correct()).as("%s", exact).isEmpty();
    }
  }
}
