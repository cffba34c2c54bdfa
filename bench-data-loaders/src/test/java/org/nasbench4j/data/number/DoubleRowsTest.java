package org.nasbench4j.data.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleRowsTest {

  @Test
  void numbersComeBackInAnyOrderAndWhatNeverCameIsAbsent() {
    DoubleRows rows = new DoubleRows();
    rows.put(9, 1.5);
    rows.put(2, 2.5);
    rows.put(2, 3.5);

    assertThat(rows.get(9)).isEqualTo(1.5);
    assertThat(rows.get(1_000_000)).isNaN();
    assertThat(rows.in(new int[] {2, 0, 9, 40})).containsExactly(3.5, Double.NaN, 1.5, Double.NaN);
  }

  // As many rows as either space has architectures.
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 15_625, 32_768})
  void arraysDoubleAndAreNeverTwiceAsLongAsNeeded(int rows) {
    int capacity = 0;
    int growths = 0;
    for (int row = 0; row < rows; row++) {
      if (row >= capacity) {
        capacity = DoubleRows.capacity(row);
        growths++;
      }
      assertThat(capacity).isGreaterThan(row);
    }

    assertThat(capacity).isLessThan(Math.max(9, 2 * rows));
    assertThat(growths).isLessThanOrEqualTo(13);
  }
}
