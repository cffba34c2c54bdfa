package org.nasbench4j.data.nasbench201;

import java.util.List;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.MalformedTableException;

/** Which cell each row of a file is about: {@code index} ascends and {@code arch_str} agrees. */
final class CellRows {

  /** The size of the space. */
  static final int CELLS = 15_625;

  static final String INDEX = "index";
  static final String CELL = "arch_str";

  /** The columns that say which cell a row is about. */
  static final List<String> COLUMNS = List.of(INDEX, CELL);

  private final Nb201Cell[] cells;
  private final int[] indices;

  private CellRows(Nb201Cell[] cells, int[] indices) {
    this.cells = cells;
    this.indices = indices;
  }

  /**
   * Reads the rows of a file, which may leave out cells.
   *
   * @param table the file
   * @param space the space
   * @return the cells
   * @throws MalformedTableException if a row is out of order or about another cell than it says
   */
  static CellRows read(CsvTable table, Nb201Space space) {
    CsvColumn index = table.column(INDEX);
    CsvColumn text = table.column(CELL);
    Nb201Cell[] cells = new Nb201Cell[table.rows()];
    int[] indices = new int[cells.length];
    int next = 0;
    for (int row = 0; row < cells.length; row++) {
      int current = index.whole(row, next, CELLS - 1);
      cells[row] = space.architecture(current);
      if (!text.text(row).equals(cells[row].text())) {
        throw text.malformed(
            row, "is not the cell of index %d: %s".formatted(current, cells[row].text()));
      }
      indices[row] = current;
      next = current + 1;
    }
    return new CellRows(cells, indices);
  }

  /**
   * Refuses a file that leaves out cells.
   *
   * @param table the file
   * @throws MalformedTableException if one is missing; the line is where it should be
   */
  void requireAll(CsvTable table) {
    for (int row = 0; row < count(); row++) {
      if (indices[row] != row) {
        throw table
            .column(INDEX)
            .malformed(row, "must be %d: every cell has its row".formatted(row));
      }
    }
    if (count() < CELLS) {
      throw table.malformed(count(), "it ends after %d of the %d cells".formatted(count(), CELLS));
    }
  }

  int count() {
    return cells.length;
  }

  int index(int row) {
    return indices[row];
  }

  Nb201Cell cell(int row) {
    return cells[row];
  }
}
