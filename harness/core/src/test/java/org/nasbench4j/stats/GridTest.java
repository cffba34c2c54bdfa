package org.nasbench4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void linearPointsLieAtEqualDistances() {
    assertThat(Grid.linear(-1, 3, 5)).containsExactly(-1, 0, 1, 2, 3);
  }

  @Test
  void logarithmicPointsLieAtEqualRatios() {
    assertThat(Grid.logarithmic(1, 1000, 4))
        .containsExactly(new double[] {1, 10, 100, 1000}, within(1e-12));
  }

  @Test
  void bothEndsAreMetExactly() {
    assertThat(Grid.linear(0.1, 12_000.7, 7)).startsWith(0.1).endsWith(12_000.7);
    assertThat(Grid.logarithmic(0.1, 12_000.7, 7)).startsWith(0.1).endsWith(12_000.7);
  }

  @Test
  void endsThatDoNotAscendAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.linear(2, 2, 3))
        .withMessageContaining("(2.0, 2.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.linear(0, Double.POSITIVE_INFINITY, 3));
  }

  @Test
  void aSinglePointIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.linear(0, 1, 1))
        .withMessageContaining("(1)");
  }

  @Test
  void aLogarithmicGridFromZeroIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grid.logarithmic(0, 1, 3))
        .withMessageContaining("(0.0)");
  }
}
