package org.nasbench4j.space.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeCountsTest {
  private final SizeSpace space = new SizeSpace();

  // From the published records 0, 11 and 284; operations are in millions there.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 32, 11714, 4481114",
    "0, 100, 32, 12524, 4481924",
    "0, 120, 16, 12704, 1121336",
    "11, 10, 32, 49202, 6840650",
    "11, 100, 32, 52172, 6843620",
    "11, 120, 16, 52832, 1714040",
    "284, 10, 32, 144834, 21827994",
  })
  void countsParametersAndOperationsAsPublished(
      int index, int classes, int side, long parameters, long flops) {
    SizeCounts counts = new SizeCounts(classes, side);

    assertThat(counts.parameters(space.architecture(index))).isEqualTo(parameters);
    assertThat(counts.flops(space.architecture(index))).isEqualTo(flops);
  }

  // By hand, sides 3, 2, 1: all channels 8, so that a 3x3 convolution has 576 weights and a 1x1 one
  // 64; stem 216 * 9, cells 5 * 576 on 9, 4 and 1, blocks 2 * 576 + 64 on 4 and 1, linear 8 * 2 +
  // 2.
  @Test
  void roundsOddSidesUp() {
    SizeCounts counts = new SizeCounts(2, 3);

    assertThat(counts.flops(space.architecture(0)))
        .isEqualTo(216 * 9 + 2_880 * (9 + 4 + 1) + 1_216 * (4 + 1) + 18);
  }

  @ParameterizedTest
  @CsvSource({"0, 32, classes (0)", "100001, 32, classes (100001)", "10, 0, image side (0)"})
  void refusesWhatIsOutOfRange(int classes, int side, String keywords) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SizeCounts(classes, side))
        .withMessageContaining(keywords);
  }
}
