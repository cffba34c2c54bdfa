package org.nasbench4j.reports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void fillsEveryPlaceOnceAndLiterally() {
    assertThat(Template.filled("{{a}}-{{b}}-{{a}}", Map.of("a", "{{b}} $1", "b", "\\")))
        .isEqualTo("{{b}} $1-\\-{{b}} $1");
  }

  @Test
  void failsOnAPlaceWithoutText() {
    assertThatThrownBy(() -> Template.filled("{{plan}}", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("plan");
  }
}
