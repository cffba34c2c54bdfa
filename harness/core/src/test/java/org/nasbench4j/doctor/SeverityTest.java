package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeverityTest {
  @Test
  void wordsAreReadInAnyCase() {
    assertThat(Severity.parse("Warning")).isEqualTo(Severity.WARNING);
    assertThat(Severity.NOTE).hasToString("note");
  }

  @Test
  void anUnknownWordIsRefusedWithThoseThatExist() {
    assertThatThrownBy(() -> Severity.parse("fatal"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("fatal", "error", "warning", "note");
  }

  @Test
  void worseIsAtLeastAsBad() {
    assertThat(Severity.ERROR.isAtLeast(Severity.WARNING)).isTrue();
    assertThat(Severity.NOTE.isAtLeast(Severity.WARNING)).isFalse();
  }
}
