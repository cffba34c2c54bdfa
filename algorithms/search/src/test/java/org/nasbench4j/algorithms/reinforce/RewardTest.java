package org.nasbench4j.algorithms.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class RewardTest {
  private static final double FAILED = Double.NEGATIVE_INFINITY;

  @Test
  void rawIsTheValue() {
    RawReward reward = new RawReward();
    assertThat(reward.of(93.2)).isEqualTo(93.2);
    assertThat(reward.of(-7)).isEqualTo(-7);
  }

  @Test
  void rawCountsAFailureAsTheWorstSoFar() {
    RawReward reward = new RawReward();
    reward.of(93);
    reward.of(60);
    reward.of(80);
    assertThat(reward.of(FAILED)).isEqualTo(60);
    assertThat(reward.of(Double.POSITIVE_INFINITY)).isEqualTo(93);
  }

  @Test
  void rawIsInfiniteWhileThereIsNothingToCompareWith() {
    assertThat(new RawReward().of(FAILED)).isInfinite();
    assertThat(new RawReward().of(Double.MAX_VALUE)).isInfinite();
  }

  @Test
  void rankIsThePercentileAmongAllSoFar() {
    RankReward reward = new RankReward();
    assertThat(reward.of(3)).isEqualTo(50);
    assertThat(reward.of(1e26)).isEqualTo(75);
    assertThat(reward.of(FAILED)).isEqualTo(50 / 3.0, offset(1e-12));
    // two below, two equal of four
    assertThat(reward.of(1e26)).isEqualTo(75);
  }

  @Test
  void rankOfEqualsIsTheMiddle() {
    RankReward reward = new RankReward();
    for (int i = 0; i < 1000; i++) {
      assertThat(reward.of(FAILED)).isEqualTo(50);
    }
  }

  @Test
  void expPutsALossOnTheScaleOfPercent() {
    ExpReward reward = new ExpReward();
    assertThat(reward.of(0)).isEqualTo(100);
    // 100 / e
    assertThat(reward.of(-1)).isEqualTo(36.787944117144235, offset(1e-12));
    assertThat(reward.of(FAILED)).isZero();
    assertThat(reward.of(0.5)).isEqualTo(100);
  }
}
