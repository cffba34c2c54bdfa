package org.nasbench4j.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.jmh.KendallTauBenchmark.Implementation;

class ScorePairsTest {

  private static long distinct(double[] values) {
    return Arrays.stream(values).distinct().count();
  }

  @Test
  void accuraciesRepeatAndScoresOfFullPrecisionDoNot() {
    assertThat(distinct(ScorePairs.of(Ties.ACCURACIES, 15_625).x())).isBetween(5_000L, 9_000L);
    assertThat(distinct(ScorePairs.of(Ties.FEW, 15_625).x())).isGreaterThan(15_600);
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void scoresLieBetweenZeroAndOneAndAreTheSameAtEveryCall(Ties ties) {
    ScorePairs pairs = ScorePairs.of(ties, 1_000);

    assertThat(pairs.x()).hasSize(1_000).isEqualTo(ScorePairs.of(ties, 1_000).x());
    assertThat(pairs.y()).hasSize(1_000).isEqualTo(ScorePairs.of(ties, 1_000).y());
    assertThat(pairs.x()).isNotEqualTo(pairs.y());
    assertThat(Arrays.stream(pairs.x()).summaryStatistics().getMin()).isNotNegative();
    assertThat(Arrays.stream(pairs.x()).summaryStatistics().getMax()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void bothImplementationsComputeTheSameNumber(Ties ties) {
    ScorePairs pairs = ScorePairs.of(ties, 2_000);

    double ours = Implementation.NASBENCH4J.tauB(pairs.x(), pairs.y());

    assertThat(ours)
        .isCloseTo(Implementation.COMMONS_MATH.tauB(pairs.x(), pairs.y()), within(1e-12))
        .isBetween(0.8, 0.999);
  }
}
