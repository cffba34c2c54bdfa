package org.nasbench4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTensorsTest {
  private final NamedTensors tensors = of("module.b", "module.a");

  @Test
  void keepTheirOrder() {
    assertThat(tensors.names()).containsExactly("module.b", "module.a");
  }

  @Test
  void loseAPrefixThatAllHave() {
    NamedTensors shortened = tensors.withoutPrefix("module.");

    assertThat(shortened.names()).containsExactly("b", "a");
    assertThat(shortened.get("a", List.of(2)).values())
        .isSameAs(tensors.get("module.a", List.of(2)).values());
  }

  @Test
  void keepNamesWhenOneLacksThePrefix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("module.a", "b").withoutPrefix("module."))
        .withMessageContainingAll("(b)", "memory", "(module.)");
  }

  @Test
  void refuseTwoOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("a", "a"))
        .withMessageContainingAll("memory", "(a)");
  }

  @Test
  void sayWhatIsMissingOrMisshapen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tensors.get("a", List.of(2)))
        .withMessageContainingAll("memory", "(a)", "module.b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tensors.get("module.a", List.of(1, 2)))
        .withMessageContainingAll("(module.a)", "[2]", "[1, 2]");
  }

  @Test
  void needAsManyValuesAsTheirShapeSays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedTensor("a", List.of(2, 2), new float[3]))
        .withMessageContainingAll("(a)", "[2, 2]", "4", "3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedTensor("a", List.of(-1), new float[1]))
        .withMessageContainingAll("(a)", "[-1]");
  }

  private static NamedTensors of(String... names) {
    return new NamedTensors(
        "memory",
        List.of(names).stream()
            .map(name -> new NamedTensor(name, List.of(2), new float[] {1, 2}))
            .toList());
  }
}
