package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hash128Test {
  private static final String TEXT = "ff92c322c5d9d3d587d9c146a63d0807";

  @Test
  void isReadBackInAnyCase() {
    assertThat(Hash128.parse(TEXT)).hasToString(TEXT);
    assertThat(Hash128.parse(TEXT.toUpperCase(Locale.ROOT))).isEqualTo(Hash128.parse(TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ff92", "ff92c322c5d9d3d587d9c146a63d080", "ff92c322c5d9d3d587d9c146a63d080g"})
  void anythingElseIsNone(String text) {
    assertThat(Hash128.isOne(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hash128.parse(text))
        .withMessageContaining("(" + text + ")");
  }

  @Test
  void theOrderIsThatOfTheText() {
    List<String> texts =
        List.of(
            "00000000000000000000000000000001",
            "0000000000000000ffffffffffffffff",
            "00000000000000010000000000000000",
            "7fffffffffffffff0000000000000000",
            "8000000000000000ffffffffffffffff",
            TEXT);
    assertThat(texts.stream().map(Hash128::parse).sorted().map(Hash128::toString))
        .containsExactlyElementsOf(texts)
        .isSorted();
  }
}
