package org.nasbench4j.neural.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {

  @Test
  void crossEntropyKeepsTheDigitsOfSmallLosses() {
    // log(1 + exp(-40)) = exp(-40), which single precision rounds to 0 in log-softmax.
    assertThat(CrossEntropy.of(new float[] {9, 30, -10}, 1, 2, 0))
        .isCloseTo(Math.exp(-40), within(1e-30));
    assertThat(CrossEntropy.of(new float[] {1, 2, 3}, 0, 3, 0))
        .isCloseTo(Math.log(1 + Math.E + Math.E * Math.E), within(1e-12));
    assertThat(CrossEntropy.of(new float[] {-1000, 1000}, 0, 2, 0)).isEqualTo(2000);
  }
}
