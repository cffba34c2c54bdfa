package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.nasbench4j.search.TinySpace;

class MovedRowsTest {
  private static final String QUERY = "cifar10:test:200:777";

  private final ArrayTable table = ArrayTable.of(TinySpace.of(4));
  private final ArrayTable part =
      table.withAccuracy(QUERY, 100, Origin.DERIVED, 10, 20, 30, 40).withRows(2);
  private final MovedRows rows = MovedRows.of(part, table);

  @Test
  void aColumnIsReadByTheRowsOfTheOtherTable() {
    Column moved = rows.column(part.accuracy(Query.parse(QUERY)));

    assertThat(moved.rows()).isEqualTo(4);
    assertThat(moved.value(1)).isEqualTo(20);
    assertThat(moved.has(2)).isFalse();
    assertThatExceptionOfType(MissingRecordException.class).isThrownBy(() -> moved.value(2));
    assertThat(rows.sources(new int[] {3, 1})).containsExactly(1);
  }

  @Test
  void whatWasDerivedStaysDerived() {
    assertThat(rows.column(part.accuracy(Query.parse(QUERY))).origin()).isEqualTo(Origin.DERIVED);
  }
}
