package org.nasbench4j.algorithms.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class AdamTest {
  // a separate float64 script of algorithm 1 of Kingma and Ba 2015 (Python), learning rate 0.1
  private static final double[][] GRADIENTS = {{1, -2}, {0.5, 3}, {-4, 1e-9}};
  private static final double[][] EXPECTED = {
    {0.4000000009999999, -0.1500000004999999},
    {0.30678203829816086, -0.17477018201626868},
    {0.34892824348522694, -0.1939176041208824}
  };

  @Test
  void followsThePublishedRecursion() {
    Adam adam = new Adam(0.1, 2);
    double[] parameters = {0.5, -0.25};
    for (int step = 0; step < GRADIENTS.length; step++) {
      adam.descend(parameters, GRADIENTS[step]);
      assertThat(parameters).containsExactly(EXPECTED[step], offset(1e-13));
    }
  }

  @Test
  void aZeroGradientMovesNothing() {
    double[] parameters = {0.5};
    new Adam(0.1, 1).descend(parameters, new double[1]);
    assertThat(parameters).containsExactly(0.5);
  }
}
