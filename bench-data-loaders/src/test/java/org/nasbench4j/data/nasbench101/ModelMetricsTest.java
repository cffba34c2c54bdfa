package org.nasbench4j.data.nasbench101;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ModelMetricsTest {

  /** Written by Google's own library from the published schema; its values are no 9,984ths. */
  private static final String MESSAGE =
      "Ci0JAAAAAAAAAAARAAAAAAAAAAAZmpmZmZmZuT8hmpmZmZmZuT8pmpmZmZmZuT8KLQkAAAAAAABLQBEzMzMzMw+C"
          + "QBkAAACAFK7vPyEAAACgb9nsPykAAAAAl6/sPwotCQAAAAAAAFtAEQAAAIBpD5JAGQAAAAAAAPA/IQAAAADSAO4/"
          + "KQAAAMBOzO0/EIq5pAEZAAAAAABSlEA=";

  @Test
  void readsWhatGooglesLibraryWrote() {
    ModelMetrics metrics = new ModelMetrics();
    metrics.read(Base64.getDecoder().decode(MESSAGE));
    assertThat(metrics.parameters()).isEqualTo(2_694_282);
    assertThat(metrics.evaluation(1).epoch()).isEqualTo(54);
    ModelMetrics.Evaluation last = metrics.evaluation(2);
    assertThat(last.epoch()).isEqualTo(108);
    assertThat(last.seconds()).isEqualTo(1155.85302734375);
    assertThat(last.validAccuracy()).isEqualTo(0.9376001358032227);
    assertThat(last.testAccuracy()).isEqualTo(0.9311898946762085);
  }
}
