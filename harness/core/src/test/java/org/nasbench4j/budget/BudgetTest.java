package org.nasbench4j.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @ParameterizedTest
  @CsvSource({
    "150 evaluations, 150 evaluations",
    "1 evaluations, 1 evaluations",
    "20000 seconds, 20000 seconds",
    "'  12000   Seconds ', 12000 seconds",
    "0.5 seconds, 0.5 seconds",
    "0.00001 seconds, 0.00001 seconds",
    "999999999999 seconds, 999999999999 seconds",
    "999999999999 evaluations, 999999999999 evaluations"
  })
  void isReadAndWrittenAlike(String text, String written) {
    assertThat(Budget.parse(text)).hasToString(written);
    assertThat(Budget.parse(written)).isEqualTo(Budget.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "150",
        "evaluations",
        "1.5 evaluations",
        "-5 seconds",
        "1e3 seconds",
        "NaN seconds",
        "5 hours",
        "5 seconds more",
        "1234567890123 seconds"
      })
  void withoutNumberAndUnitIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("150 evaluations, or 20000 seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 evaluations", "0 seconds", "0.0 seconds"})
  void ofNothingIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.parse(text))
        .withMessageContaining("The budget (0");
  }

  @Test
  void inSecondsIsFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget.SimulatedSeconds(Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Budget.SimulatedSeconds(Double.NaN));
    assertThat(new Budget.SimulatedSeconds(1e30).toString()).startsWith("1000000000000000");
  }

  @ParameterizedTest
  @EnumSource
  void overshootRulesAreReadBack(OvershootRule rule) {
    assertThat(OvershootRule.parse(rule.id())).isEqualTo(rule);
  }

  @ParameterizedTest
  @EnumSource
  void pricingsAreReadBack(DuplicatePricing pricing) {
    assertThat(DuplicatePricing.parse(pricing.id())).isEqualTo(pricing);
  }

  @Test
  void unknownRulesAreAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OvershootRule.parse("pay"))
        .withMessageContaining("(pay)")
        .withMessageContaining("charge, reject, keep-unpaid");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DuplicatePricing.parse("cheap"))
        .withMessageContaining("(cheap)")
        .withMessageContaining("full, free, free-by-class");
  }
}
