package org.nasbench4j.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({"94.3733333, 2, 94.37", "94.375, 2, 94.38", "-0.001, 2, 0.00", "12000, 1, 12000.0"})
  void fixesTheDecimals(double value, int places, String text) {
    assertThat(Decimals.fixed(value, places)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "94.5, 6, 94.5",
    "12000, 6, 12000",
    "1e-9, 6, 0",
    "-0.25, 6, -0.25",
    "1e7, 0, 10000000"
  })
  void trimsWhatIsNotNeeded(double value, int places, String text) {
    assertThat(Decimals.trimmed(value, places)).isEqualTo(text);
  }

  @Test
  void hasNoNegativeZero() {
    assertThat(Decimals.trimmed(-0.0, 6)).isEqualTo("0");
  }
}
