package org.nasbench4j.space.nb201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nb201CountsTest {
  private final Nb201Space space = new Nb201Space();

  // Indices 0, 11 and 284 from the published records; 333333 and 9930 from the benchmark's network
  // built in PyTorch.
  @ParameterizedTest
  @CsvSource({
    "421211, 10, 129306",
    "421211, 100, 135156",
    "421211, 120, 136456",
    "11, 10, 802426",
    "284, 10, 101306",
    "333333, 10, 1531546",
    "9930, 10, 1288506",
  })
  void countsParametersAsPublished(String cell, int classes, long parameters) {
    Nb201Counts counts = new Nb201Counts(NetworkShape.published(classes, 32));

    assertThat(counts.parameters(space.parse(cell))).isEqualTo(parameters);
  }

  // From the published records, in millions: 15.64737, 113.95137, 11.71521; 3.91948 for
  // ImageNet16-120.
  @ParameterizedTest
  @CsvSource({
    "421211, 10, 32, 15647370",
    "11, 10, 32, 113951370",
    "284, 10, 32, 11715210",
    "421211, 120, 16, 3919480",
  })
  void countsOperationsAsPublished(String cell, int classes, int side, long flops) {
    Nb201Counts counts = new Nb201Counts(NetworkShape.published(classes, side));

    assertThat(counts.flops(space.parse(cell))).isEqualTo(flops);
  }

  // By hand, C = 1, N = 1, sides 3, 2, 1, no convolution in cells: the stem 27 * 9; the residual
  // blocks (18 + 36 + 2) * 4 and (72 + 144 + 8) * 1; the linear layer 4 * 2 + 2.
  @Test
  void roundsOddSidesUp() {
    Nb201Counts counts = new Nb201Counts(new NetworkShape(1, 1, 2, 3));

    assertThat(counts.flops(Nb201Cell.ofCode(0))).isEqualTo(243 + 224 + 224 + 10);
    assertThat(counts.parameters(Nb201Cell.ofCode(0)))
        .isEqualTo((27 + 2) + (56 + 8) + (224 + 16) + 8 + 10);
  }

  @ParameterizedTest
  @CsvSource({"32, 16, 8", "28, 14, 7", "14, 7, 4", "15, 8, 4", "13, 7, 4", "1, 1, 1"})
  void halvesSidesStageByStage(int first, int second, int third) {
    NetworkShape shape = new NetworkShape(8, 2, 10, first);

    assertThat(new int[] {shape.side(0), shape.side(1), shape.side(2)})
        .containsExactly(first, second, third);
    assertThat(new int[] {shape.channels(0), shape.channels(1), shape.channels(2)})
        .containsExactly(8, 16, 32);
  }

  @Test
  void countsTheLargestShapeWithoutOverflow() {
    Nb201Counts counts = new Nb201Counts(new NetworkShape(1_024, 100, 100_000, 1_024));

    assertThat(counts.flops(space.parse("333333"))).isGreaterThan(counts.flops(space.parse("0")));
    assertThat(counts.flops(space.parse("333333")))
        .isGreaterThan(6L * 3 * 100 * 9 * 1_024 * 1_024 * 1_024 * 1_024);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 10, 32, channels (0)",
    "1025, 5, 10, 32, channels (1025)",
    "16, 0, 10, 32, cells per stage (0)",
    "16, 5, -1, 32, classes (-1)",
    "16, 5, 10, 0, image side (0)",
  })
  void refusesShapesOutOfRange(int channels, int cells, int classes, int side, String keywords) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkShape(channels, cells, classes, side))
        .withMessageContaining(keywords);
  }

  @ParameterizedTest
  @CsvSource({"-1", "3"})
  void refusesStagesOutOfRange(int stage) {
    NetworkShape shape = NetworkShape.published(10, 32);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.side(stage))
        .withMessageContaining("stage (" + stage + ")");
  }
}
