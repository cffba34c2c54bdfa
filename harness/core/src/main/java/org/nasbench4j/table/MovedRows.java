package org.nasbench4j.table;

import java.util.Arrays;
import org.nasbench4j.space.Architecture;

/**
 * Where the architectures of one table stand in another of the same space, so that columns of the
 * first can be read by the rows of the second. Thread-safe.
 */
public final class MovedRows {
  private static final int ABSENT = -1;

  // By row of the other table.
  private final int[] sources;

  private MovedRows(int[] sources) {
    this.sources = sources;
  }

  /**
   * Looks up every architecture once.
   *
   * @param from the table that has the columns
   * @param to the table whose rows shall be used
   * @return the rows; architectures that only one of them holds are absent
   * @throws IllegalArgumentException if the tables are of different spaces
   */
  public static MovedRows of(Table from, Table to) {
    if (!from.space().id().equals(to.space().id())) {
      throw new IllegalArgumentException(
          "The table (%s) is of the space %s, but the table (%s) is of %s."
              .formatted(from.info().name(), from.space().id(), to.info().name(), to.space().id()));
    }
    int[] sources = new int[to.rows()];
    Arrays.fill(sources, ABSENT);
    for (int row = 0; row < from.rows(); row++) {
      put(sources, to, from.architecture(row), row);
    }
    return new MovedRows(sources);
  }

  private static void put(int[] sources, Table to, Architecture architecture, int row) {
    try {
      sources[to.row(architecture)] = row;
    } catch (MissingRecordException e) {
      // The other table is a part of the space only.
    }
  }

  /**
   * The rows of the first table behind some of the second.
   *
   * @param rows rows of the second table
   * @return in the same order, without those that are absent
   */
  public int[] sources(int[] rows) {
    return Arrays.stream(rows).map(row -> sources[row]).filter(row -> row != ABSENT).toArray();
  }

  /**
   * A column of the first table by the rows of the second.
   *
   * @param column of the first table
   * @return its numbers, absent where the first table lacks the architecture
   */
  public Column column(Column column) {
    return new Moved(column, sources);
  }

  /** Reads each number from where it stands in the other table. */
  @SuppressWarnings("ArrayRecordComponent") // shared by all columns, never compared
  private record Moved(Column column, int[] sources) implements Column {

    @Override
    public int rows() {
      return sources.length;
    }

    @Override
    public boolean has(int row) {
      return sources[row] != ABSENT && column.has(sources[row]);
    }

    @Override
    public double value(int row) {
      if (sources[row] == ABSENT) {
        throw new MissingRecordException(
            "The architecture of row %d is not in the table of the column.".formatted(row));
      }
      return column.value(sources[row]);
    }

    @Override
    public Origin origin() {
      return column.origin();
    }
  }
}
