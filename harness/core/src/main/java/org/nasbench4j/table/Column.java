package org.nasbench4j.table;

/**
 * One number per row of a table. Implementations are thread-safe and read without allocation.
 *
 * <p>Rows are {@code [0, rows)}; a row out of range throws {@link IndexOutOfBoundsException}.
 */
public interface Column {

  /**
   * The number of rows.
   *
   * @return the rows of the table
   */
  int rows();

  /**
   * Whether a row was measured.
   *
   * @param row the row
   * @return false where {@link #value} throws
   */
  boolean has(int row);

  /**
   * The stored number, as it was stored: proxies may hold infinities.
   *
   * @param row the row
   * @return the value, in the column's unit
   * @throws MissingRecordException if the row was not measured
   */
  double value(int row);

  /**
   * Whether a table's measurements are such, or were derived from others.
   *
   * @return the origin of all rows; measured unless the table says otherwise, and for what was
   *     computed
   */
  default Origin origin() {
    return Origin.MEASURED;
  }
}
