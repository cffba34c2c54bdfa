package org.nasbench4j.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Metric QUIET_100 =
      metric(List.of(List.of(100.0, 101.0, 99.0), List.of(100.0, 99.0, 101.0)));
  private static final Metric QUIET_120 =
      metric(List.of(List.of(120.0, 121.0, 119.0), List.of(120.0, 122.0, 118.0)));

  private final Judge judge = new Judge(0.1);

  private static Metric metric(List<List<Double>> forks) {
    double score =
        forks.stream().flatMap(List::stream).mapToDouble(x -> x).average().orElse(Double.NaN);
    return new Metric(score, Double.NaN, "ns/op", forks);
  }

  private static Metric oneFork(Double... iterations) {
    return metric(List.of(List.of(iterations)));
  }

  private Verdict time(Metric before, Metric after) {
    return judge.judge(Aspect.SPEED, Direction.LOWER_IS_BETTER, before, after);
  }

  private Verdict allocation(Metric before, Metric after) {
    return judge.judge(Aspect.ALLOCATION, Direction.LOWER_IS_BETTER, before, after);
  }

  @Test
  void aLongerTimeIsWorseAndAShorterOneBetter() {
    assertThat(time(QUIET_100, QUIET_120)).isEqualTo(Verdict.WORSE);
    assertThat(time(QUIET_120, QUIET_100)).isEqualTo(Verdict.BETTER);
  }

  @Test
  void aHigherThroughputIsBetterAndALowerOneWorse() {
    Direction direction = Direction.of("thrpt");

    assertThat(judge.judge(Aspect.SPEED, direction, QUIET_100, QUIET_120))
        .isEqualTo(Verdict.BETTER);
    assertThat(judge.judge(Aspect.SPEED, direction, QUIET_120, QUIET_100)).isEqualTo(Verdict.WORSE);
  }

  @Test
  void allModesButThroughputMeasureTimes() {
    assertThat(List.of("avgt", "sample", "ss"))
        .allMatch(mode -> Direction.of(mode) == Direction.LOWER_IS_BETTER);
  }

  @Test
  void aDifferenceWithinTheThresholdDoesNotCountHoweverSignificant() {
    Judge tolerant = new Judge(0.25);

    assertThat(tolerant.judge(Aspect.SPEED, Direction.LOWER_IS_BETTER, QUIET_100, QUIET_120))
        .isEqualTo(Verdict.SAME);
  }

  @Test
  void theThresholdIsTheSameFactorInBothDirections() {
    Metric fast = oneFork(100.0, 100.0);
    Metric slow = oneFork(110.5, 110.5);

    assertThat(time(fast, slow)).isEqualTo(Verdict.WORSE);
    assertThat(time(slow, fast)).isEqualTo(Verdict.BETTER);
    assertThat(time(oneFork(109.5, 109.5), fast)).isEqualTo(Verdict.SAME);
  }

  @Test
  void aDifferenceThatChanceExplainsIsNoisy() {
    assertThat(time(oneFork(100.0, 70.0, 130.0), oneFork(60.0, 210.0, 120.0)))
        .isEqualTo(Verdict.NOISY);
  }

  @Test
  void forksThatContradictEachOtherAreNoisyAlthoughTheTestIsSignificant() {
    List<Double> usual = List.of(100.0, 100.0, 100.0, 101.0);
    List<Double> unlucky = List.of(150.0, 150.0, 150.0, 151.0);

    assertThat(time(metric(List.of(usual, usual)), metric(List.of(usual, unlucky))))
        .isEqualTo(Verdict.NOISY);
  }

  @Test
  void numbersThatNeverVaryDifferAsSoonAsTheyAreUnequal() {
    assertThat(time(oneFork(10.0, 10.0), oneFork(20.0, 20.0))).isEqualTo(Verdict.WORSE);
    assertThat(time(oneFork(10.0, 10.0), oneFork(10.0, 10.0))).isEqualTo(Verdict.SAME);
  }

  @Test
  void oneIterationSaysNothingAboutChance() {
    assertThat(time(QUIET_100, oneFork(500.0))).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    assertThat(time(metric(List.of()), QUIET_100)).isEqualTo(Verdict.NOT_ENOUGH_DATA);
  }

  @Test
  void unitsAreNotConverted() {
    Metric micros = new Metric(0.1, Double.NaN, "us/op", QUIET_100.forks());

    assertThat(time(QUIET_100, micros)).isEqualTo(Verdict.DIFFERENT_UNITS);
  }

  @Test
  void tracesOfAllocationAreNoneAndAnObjectIsMore() {
    Metric none = oneFork(0.0, 0.0);

    assertThat(allocation(none, oneFork(0.001, 0.002))).isEqualTo(Verdict.SAME);
    assertThat(allocation(none, oneFork(24.0, 24.0))).isEqualTo(Verdict.WORSE);
    assertThat(allocation(oneFork(24.0, 24.0), none)).isEqualTo(Verdict.BETTER);
  }

  @Test
  void aThresholdThatIsNoFractionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judge(-0.1))
        .withMessageContainingAll("threshold", "-0.1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Judge(Double.NaN));
  }
}
