package org.nasbench4j.data.natsbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {

  // As many rows as either space has architectures.
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 15_625, 32_768})
  void arraysDoubleAndAreNeverTwiceAsLongAsNeeded(int rows) {
    int capacity = 0;
    int growths = 0;
    for (int row = 0; row < rows; row++) {
      if (row >= capacity) {
        capacity = RowOrder.capacity(row);
        growths++;
      }
      assertThat(capacity).isGreaterThan(row);
    }

    assertThat(capacity).isLessThan(Math.max(9, 2 * rows));
    assertThat(growths).isLessThanOrEqualTo(13);
  }

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
