package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowOrderTest {

  @Test
  void rowsComeInTheOrderOfTheirIndices() {
    RowOrder order = new RowOrder();

    assertThat(order.add(32_767)).isZero();
    assertThat(order.add(11)).isOne();
    assertThat(order.add(11)).isNegative();
    assertThat(order.indices()).containsExactly(11, 32_767);
    assertThat(order.rows()).containsExactly(1, 0);
  }
}
