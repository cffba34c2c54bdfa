package org.nasbench4j.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words<Integer> numbers =
      Words.of("number", List.of(1, 2), number -> number == 1 ? "one" : "two");

  @Test
  void aWordFindsItsChoiceInAnyCase() {
    assertThat(numbers.choose("two")).isEqualTo(2);
    assertThat(numbers.choose("ONE")).isEqualTo(1);
  }

  @Test
  void anUnknownWordIsRefusedWithAllThatAreKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> numbers.choose("three"))
        .withMessage("The number (three) is unknown. Use one of one, two.");
  }
}
