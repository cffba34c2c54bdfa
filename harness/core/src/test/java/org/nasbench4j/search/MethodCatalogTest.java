package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodCatalogTest {
  private static final SearchMethodProvider WALK = provider("walk");
  private static final SearchMethodProvider JUMP = provider("jump");

  private static SearchMethodProvider provider(String name) {
    return new TestProvider(
        name, (space, settings, random) -> ScriptedMethod.of(List.of(space.sample(random))));
  }

  @Test
  void listsMethodsByName() {
    assertThat(new MethodCatalog(List.of(WALK, JUMP)).all()).containsExactly(JUMP, WALK);
    assertThat(new MethodCatalog(List.of(WALK, JUMP)).get("walk")).isSameAs(WALK);
  }

  @Test
  void anUnknownMethodIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodCatalog(List.of(WALK, JUMP)).get("wlak"))
        .withMessageContaining("(wlak)")
        .withMessageContaining("jump, walk");
  }

  @Test
  void namesAreUnique() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodCatalog(List.of(WALK, provider("walk"))))
        .withMessageContaining("(walk)");
  }
}
