package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final List<Setting> DECLARED =
      List.of(
          new Setting("population", Setting.Type.INTEGER, "100", "paper", "How many, at least 1."),
          new Setting("rate", Setting.Type.NUMBER, "0.1", "ours", "In [0, 1]."),
          new Setting("kind", Setting.Type.WORD, "soft", "ours", "soft or hard."));

  private static Settings settings(Map<String, String> given) {
    return Settings.of("evolution", DECLARED, given);
  }

  @Test
  void defaultsFillWhatThePlanLeavesOut() {
    Settings settings = settings(Map.of("rate", "1e-3"));
    assertThat(settings.integer("population", 1)).isEqualTo(100);
    assertThat(settings.number("rate", 0, 1)).isEqualTo(0.001);
    assertThat(settings.word("kind", List.of("soft", "hard"))).isEqualTo("soft");
    assertThat(settings.asMap())
        .containsExactly(entry("kind", "soft"), entry("population", "100"), entry("rate", "1e-3"));
  }

  @Test
  void anUnknownSettingIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("populatoin", "5")))
        .withMessageContaining("evolution")
        .withMessageContaining("(populatoin)")
        .withMessageContaining("kind, population, rate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of("random", List.of(), Map.of("seed", "1")))
        .withMessageContaining("It has: none.");
  }

  @ParameterizedTest
  @CsvSource({
    "population, 1.5, INTEGER",
    "population, ten, INTEGER",
    "population, 9999999999, INTEGER",
    "population, '', INTEGER",
    "rate, NaN, NUMBER",
    "rate, Infinity, NUMBER",
    "rate, '0,5', NUMBER",
    "rate, 0x1p3, NUMBER",
    "rate, ., NUMBER",
    "kind, 'a b', WORD"
  })
  void aValueOfAnotherTypeIsRefused(String name, String value, String type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of(name, value)))
        .withMessageContaining("(" + name + ") of evolution")
        .withMessageContaining(type)
        .withMessageContaining("(" + value + ")");
  }

  @Test
  void aValueOutOfRangeIsRefused() {
    Settings settings = settings(Map.of("population", "-3", "rate", "1.01", "kind", "medium"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.integer("population", 1))
        .withMessageContaining("(population) of evolution must be at least 1, but is (-3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.number("rate", 0, 1))
        .withMessageContaining("[0.0, 1.0], but is (1.01)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.word("kind", List.of("soft", "hard")))
        .withMessageContaining("soft, hard, but is (medium)");
  }

  @Test
  void aNumberIsFiniteEvenWhereTheRangeIsNot() {
    Settings settings = settings(Map.of("rate", "1e999"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.number("rate", 0, Double.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
  }

  @Test
  void aMethodCannotAskForWhatItDoesNotDeclare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of()).integer("temperature", 0))
        .withMessageContaining("(temperature)")
        .withMessageContaining("does not declare");
  }
}
