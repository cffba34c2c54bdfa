package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Modules as the numbers that tables store. */
class ModuleCodeTest {
  private final Nb101Space space = new Nb101Space();

  @Test
  void everyModuleIsReadBackFromItsCode() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      Nb101Module module = space.sample(random);
      assertThat(space.architecture(space.code(module))).isEqualTo(module);
      Nb101Module pruned = module.pruned();
      assertThat(space.architecture(space.code(pruned))).isEqualTo(pruned);
    }
    assertThat(new Nb101Enumeration(5).modules())
        .allMatch(module -> space.architecture(space.code(module)).equals(module));
  }

  @Test
  void noOtherNumberIsTaken() {
    long code = space.code(Nb101Module.parse("010001000:input,maxpool3x3,output"));
    List<Long> wrong =
        List.of(
            0L,
            -1L,
            Long.MAX_VALUE,
            // An operation 3; one of a vertex that is not there; an edge of such a vertex.
            code | (3L << 21),
            code | (1L << 23),
            code | (1L << 20),
            // 1 and 8 vertices.
            1L << 31,
            (8L << 31) | code,
            // No path.
            3L << 31);
    for (long number : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> space.architecture(number))
          .withMessageContaining(Long.toString(number));
    }
  }

  @Test
  void theKeyIsThatOfTheClass() {
    Nb101Module one = Nb101Module.parse("0110000100010000:input,conv3x3-bn-relu,maxpool3x3,output");
    Nb101Module other =
        Nb101Module.parse("0110000100010000:input,maxpool3x3,conv3x3-bn-relu,output");
    assertThat(space.key(one)).isEqualTo(space.key(other));
    assertThat(space.code(one)).isNotEqualTo(space.code(other));
    assertThat(space.measured()).isEqualTo(space.classes()).isEqualTo(423_624);
  }
}
