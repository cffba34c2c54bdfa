package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nasbench4j.space.nb101.Modules.C1;
import static org.nasbench4j.space.nb101.Modules.C3;
import static org.nasbench4j.space.nb101.Modules.MP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nb101CountsTest {
  private final Nb101Counts counts = new Nb101Counts(Nb101Shape.published());

  // Rows of the published table.
  @Test
  void parametersAreThePublishedOnes() {
    assertThat(
            counts.parameters(
                row("0100110001000000010010000010000001000000010000000", C3, MP, C3, C3, C1)))
        .isEqualTo(8_555_530);
    assertThat(
            counts.parameters(
                row("0100000001000000010000000111000001000000010000000", C1, C1, C3, C1, C3)))
        .isEqualTo(5_878_154);
  }

  private static Nb101Module row(String matrix, String... interior) {
    return Nb101Module.parse(matrix + ":" + String.join(",", Modules.operations(interior)));
  }

  // By hand, for the module that projects its input and nothing else: a stem of 3x3x3xc, in each
  // module a convolution 1x1, and a linear layer.
  @Test
  void operationsAreThoseOfConvolutionsAndTheLinearLayer() {
    Nb101Counts small = new Nb101Counts(new Nb101Shape(8, 2, 4, 9));
    long stem = 27 * 8 * 81;
    long first = 2 * 8 * 8 * 81;
    long second = (8 * 16 + 16 * 16) * 25;
    long third = (16 * 32 + 32 * 32) * 9;
    long linear = 32 * 4 + 4;
    assertThat(small.flops(Modules.of("0-1"))).isEqualTo(stem + first + second + third + linear);
  }

  @Test
  void deadVerticesDoNotCount() {
    Nb101Module dead = Modules.of("0-1,0-2,2-3", C3, C1);
    assertThat(counts.parameters(dead)).isEqualTo(counts.parameters(dead.pruned()));
    assertThat(counts.flops(dead)).isEqualTo(counts.flops(dead.pruned()));
  }

  @ParameterizedTest
  @CsvSource({
    "4,1,10,32,channels (4)",
    "1025,1,10,32,channels (1025)",
    "16,0,10,32,modules per stack (0)",
    "16,1,0,32,classes (0)",
    "16,1,10,0,image side (0)"
  })
  void shapesOutOfRangeAreRefused(int channels, int modules, int classes, int side, String fault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nb101Shape(channels, modules, classes, side))
        .withMessageContaining(fault);
  }

  @Test
  void stacksOutOfRangeAreRefused() {
    Nb101Shape shape = Nb101Shape.published();
    assertThat(shape.channels(2)).isEqualTo(512);
    assertThat(new Nb101Shape(16, 1, 10, 9).side(2)).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.side(3))
        .withMessageContaining("(3)");
  }
}
