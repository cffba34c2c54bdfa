package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasbench4j.stats.AnytimeCurve.Point;

class AnytimeCurveTest {
  private static final StepFunction EARLY =
      StepFunction.of(new double[] {10, 20, 40}, new double[] {1, 2, 5});
  private static final StepFunction LATE = StepFunction.of(new double[] {30}, new double[] {4});
  private static final StepFunction NEVER = StepFunction.of(new double[0], new double[0]);

  @ParameterizedTest
  @CsvSource({"10, 1", "19.99, 1", "20, 2", "39, 2", "40, 5", "1e9, 5"})
  void aValueHoldsFromItsStampToTheNext(double time, double value) {
    assertThat(EARLY.at(time)).hasValue(value);
  }

  @Test
  void thereIsNoValueBeforeTheFirstStamp() {
    assertThat(EARLY.at(9.99)).isEmpty();
    assertThat(NEVER.at(1e9)).isEmpty();
  }

  @Test
  void ofSeveralValuesWithOneStampTheLastHolds() {
    StepFunction free = StepFunction.of(new double[] {1, 2, 2, 2}, new double[] {7, 8, 9, 6});

    assertThat(free.at(2)).hasValue(6);
    assertThat(free.at(1.5)).hasValue(7);
  }

  @Test
  void eachPointHoldsTheRunsThatHaveAValue() {
    AnytimeCurve curve =
        AnytimeCurve.of(List.of(EARLY, LATE, NEVER), new double[] {5, 10, 20, 30, 40});

    assertThat(curve.runs()).isEqualTo(3);
    assertThat(curve.points())
        .containsExactly(
            new Point(10, Summary.of(1)),
            new Point(20, Summary.of(2)),
            new Point(30, Summary.of(2, 4)),
            new Point(40, Summary.of(5, 4)));
  }

  @Test
  void completePointsAreThoseAtWhichEveryRunHasAValue() {
    AnytimeCurve curve = AnytimeCurve.of(List.of(EARLY, LATE), new double[] {20, 30, 50});

    assertThat(curve.complete()).extracting(Point::time).containsExactly(30.0, 50.0);
  }

  @Test
  void aPointHasMeanDeviationMedianAndBands() {
    List<StepFunction> runs =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> StepFunction.of(new double[] {i}, new double[] {i}))
            .toList();

    Summary values = AnytimeCurve.of(runs, new double[] {100}).points().get(0).values();

    assertThat(values.mean()).isEqualTo(50);
    assertThat(values.median()).isEqualTo(50);
    assertThat(values.quantile(0.25)).isEqualTo(25);
    assertThat(values.quantile(0.95)).isEqualTo(95);
    assertThat(values.populationDeviation()).isEqualTo(Math.sqrt((101 * 101 - 1) / 12.0));
  }

  @Test
  void stampsThatDescendAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepFunction.of(new double[] {2, 1}, new double[] {1, 2}))
        .withMessageContaining("stamp 1 (1.0)");
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> StepFunction.of(new double[] {1}, new double[] {Double.NEGATIVE_INFINITY}))
        .withMessageContaining("values[0]");
  }

  @Test
  void aGridThatDoesNotAscendIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnytimeCurve.of(List.of(EARLY), new double[] {1, 1}))
        .withMessageContaining("point 1 (1.0)");
  }

  @Test
  void aCurveWithoutRunsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnytimeCurve.of(List.of(), new double[] {1}))
        .withMessageContaining("at least one run");
  }
}
