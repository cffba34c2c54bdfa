package org.nasbench4j.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

  @ParameterizedTest
  @CsvSource({"best,best", "cpu,cpu", "gpu,gpu:0", "gpu:0,gpu:0", "gpu:7,gpu:7"})
  void readsWhatItPrints(String text, String printed) {
    assertThat(DeviceChoice.parse(text)).hasToString(printed);
    assertThat(DeviceChoice.parse(printed)).isEqualTo(DeviceChoice.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GPU", "gpu:", "gpu:-1", "gpu:1000", "cpu:0", "tpu"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeviceChoice.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("gpu:N");
  }

  @Test
  void onlyGpusAreNumbered() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeviceChoice(DeviceChoice.Kind.CPU, 1))
        .withMessageContaining("(1)");
  }
}
