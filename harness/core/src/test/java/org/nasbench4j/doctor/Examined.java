package org.nasbench4j.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.Table;

/** Small tables, and what one check finds in them. */
final class Examined {
  /** The rows of {@link #table}. */
  static final int ROWS = 40;

  private Examined() {}

  /** A table of made-up architectures of which nothing is known yet. */
  static ArrayTable table() {
    return ArrayTable.of(TinySpace.of(ROWS));
  }

  /** All cells of NAS-Bench-201, of which nothing is known yet. */
  static ArrayTable cells() {
    return ArrayTable.of(new Nb201Space());
  }

  /** One count for every row of a table. */
  static int[] counts(Table table, IntUnaryOperator count) {
    int[] counts = new int[table.rows()];
    Arrays.setAll(counts, count);
    return counts;
  }

  static List<Finding> by(TableCheck check, Table table) {
    return check.examine(new Examination(table));
  }
}
