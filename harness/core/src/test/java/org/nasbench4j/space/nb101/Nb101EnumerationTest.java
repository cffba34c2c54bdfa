package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Nb101EnumerationTest {

  // 423,624 is the published number; the others were counted with the published hash.
  @ParameterizedTest
  @CsvSource({"2,1", "3,7", "4,91", "5,2532", "6,64542", "7,423624"})
  void hasThePublishedNumberOfModules(int maxVertices, long modules) {
    assertThat(new Nb101Enumeration(maxVertices).count()).isEqualTo(modules);
  }

  @Test
  void everyModuleIsPrunedAndWithinTheLimits() {
    assertThat(new Nb101Enumeration(6).modules())
        .allSatisfy(
            module -> {
              assertThat(module.pruned()).isSameAs(module);
              assertThat(module.edges()).isLessThanOrEqualTo(Nb101Module.MAX_EDGES);
            });
  }

  @Test
  void orderIsTheSameFromManyThreads() {
    Nb101Enumeration enumeration = new Nb101Enumeration(6);
    assertThat(enumeration.modules().parallel().toList()).isEqualTo(enumeration.modules().toList());
  }

  @Test
  void noTwoModulesOfTheWholeSpaceShareAKey() {
    long[] keys = new Nb101Enumeration(7).modules().parallel().mapToLong(ModuleKey::of).toArray();
    assertThat(Arrays.stream(keys).distinct()).hasSize(423_624);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void otherNumbersOfVerticesAreRefused(int vertices) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nb101Enumeration(vertices))
        .withMessageContaining("(" + vertices + ")")
        .withMessageContaining("2 to 7");
  }
}
