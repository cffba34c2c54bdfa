package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

  // numpy.histogram([0, 1, 2, 3, 4, 4, 10], bins=5)
  @Test
  void rangesHoldTheirBeginningAndTheLastOneItsEndAsNumpysDo() {
    Histogram histogram = Histogram.of(new double[] {0, 1, 2, 3, 4, 4, 10}, 5);
    assertThat(histogram.counts()).containsExactly(2, 2, 2, 0, 1);
    assertThat(IntStream.rangeClosed(0, 5).mapToDouble(histogram::edge))
        .containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
  }

  @Test
  void equalValuesAreOneRange() {
    Histogram histogram = Histogram.of(new double[] {7, 7}, 5);
    assertThat(histogram).isEqualTo(new Histogram(7, 7, histogram.counts()));
    assertThat(histogram.counts()).containsExactly(2);
  }

  @Test
  void theWidestRangeOfNumbersIsNoTrouble() {
    Histogram histogram = Histogram.of(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, 2);
    assertThat(histogram.counts()).containsExactly(1, 2);
    assertThat(histogram.edge(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double value) {
    assertThatThrownBy(() -> Histogram.of(new double[] {1, value}, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void noValueAndNoRangeAreRefused() {
    assertThatThrownBy(() -> Histogram.of(new double[0], 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs values");
    assertThatThrownBy(() -> Histogram.of(new double[1], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ranges (0)");
  }
}
