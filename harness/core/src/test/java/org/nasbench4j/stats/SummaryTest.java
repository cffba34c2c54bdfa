package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final Summary SUMMARY = Summary.of(93.5, 94.1, 92.8, 94.37, 93.9, 90.2);

  @Test
  void theMomentsAreThoseOfNumpy() { // numpy 2.4.6: mean, std, std with ddof=1
    assertThat(SUMMARY.mean()).isCloseTo(93.145, ROUNDING);
    assertThat(SUMMARY.populationDeviation()).isCloseTo(1.4083530570610951, ROUNDING);
    assertThat(SUMMARY.sampleDeviation()).hasValueCloseTo(1.5427734765674446, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"0, 90.2", "0.05, 90.85", "0.25, 92.975", "0.75, 94.05", "0.95, 94.3025", "1, 94.37"})
  void theQuantilesAreThoseOfNumpy(double probability, double expected) { // numpy 2.4.6: quantile
    assertThat(SUMMARY.quantile(probability)).isCloseTo(expected, ROUNDING);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(SUMMARY.median()).isCloseTo(93.7, ROUNDING);
    assertThat(Summary.of(3, 1, 2).median()).isEqualTo(2);
  }

  @Test
  void theExtremesAreValues() {
    assertThat(SUMMARY.n()).isEqualTo(6);
    assertThat(SUMMARY.min()).isEqualTo(90.2);
    assertThat(SUMMARY.max()).isEqualTo(94.37);
  }

  @Test
  void aSingleValueHasNoSampleDeviation() {
    assertThat(Summary.of(5).sampleDeviation()).isEmpty();
    assertThat(Summary.of(5).populationDeviation()).isZero();
    assertThat(Summary.of(5).quantile(0.3)).isEqualTo(5);
  }

  @Test
  void equalValuesHaveNoSpread() {
    Summary equal = Summary.of(0.1, 0.1, 0.1);

    assertThat(equal.mean()).isEqualTo(0.1);
    assertThat(equal.populationDeviation()).isZero();
    assertThat(equal.meanInterval(Bootstrap.withDefaults(), Scorings.random(1)))
        .isEqualTo(new Interval(0.1, 0.1, 0.95, 1000));
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    assertThat(Summary.of(1, 2, 3))
        .isEqualTo(Summary.of(3, 1, 2))
        .hasSameHashCodeAs(Summary.of(3, 1, 2))
        .isNotEqualTo(Summary.of(1, 2, 2));
    assertThat(Summary.of(1, 2, 3).meanInterval(Bootstrap.withDefaults(), Scorings.random(1)))
        .isEqualTo(Summary.of(3, 2, 1).meanInterval(Bootstrap.withDefaults(), Scorings.random(1)));
  }

  @Test
  void theIntervalOfTheMeanIsAboutTwoStandardErrorsEachWay() {
    double[] values = Scorings.random(5).doubles(1000).toArray();
    Summary summary = Summary.of(values);
    double error = summary.populationDeviation() / Math.sqrt(1000);

    Interval interval = summary.meanInterval(Bootstrap.withDefaults(), Scorings.random(1));

    assertThat(interval.low()).isCloseTo(summary.mean() - 1.96 * error, within(0.3 * error));
    assertThat(interval.high()).isCloseTo(summary.mean() + 1.96 * error, within(0.3 * error));
  }

  @Test
  void theTextNamesTheFigures() {
    assertThat(Summary.of(1, 2, 3).toString())
        .isEqualTo("Summary[n=3, mean=2.0, median=2.0, min=1.0, max=3.0]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 50, Double.NaN})
  void aProbabilityOutOfRangeIsRefused(double probability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUMMARY.quantile(probability))
        .withMessageContaining("(" + probability + ")");
  }

  @Test
  void noValuesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(Summary::of).withMessageContaining("values");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsRefusedWithItsPlace(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Summary.of(1, value))
        .withMessageContaining("values[1]");
  }

  @Test
  void aDifferenceOfMeansIsResampledOnBothSides() {
    Summary ones = Summary.of(11, 13, 12, 14);
    Summary tens = Summary.of(1, 2, 3, 4);
    Interval interval = ones.differenceInterval(tens, Bootstrap.withDefaults(), Scorings.random(1));
    // the means are 12.5 and 2.5; each sample's mean has a standard error of 0.559 (n - 1: 0.645)
    assertThat(interval.low()).isBetween(8.0, 9.0);
    assertThat(interval.high()).isBetween(11.0, 12.0);
    assertThat(
            Summary.of(5, 5)
                .differenceInterval(Summary.of(3), Bootstrap.withDefaults(), Scorings.random(1)))
        .extracting(Interval::low, Interval::high)
        .containsExactly(2.0, 2.0);
  }
}
