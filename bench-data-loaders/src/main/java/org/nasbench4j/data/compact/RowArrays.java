package org.nasbench4j.data.compact;

import java.util.List;

/** Where a file says which architecture each row is. */
sealed interface RowArrays {

  /** Every architecture of an indexed space has its row: row and official index are equal. */
  RowArrays ALL = new All();

  // All arrays, in the order of the file.
  List<Slab> slabs();

  // What does not fit a number of rows is refused.
  void requireRows(int rows);

  /** Row and official index are equal. */
  record All() implements RowArrays {
    @Override
    public List<Slab> slabs() {
      return List.of();
    }

    @Override
    public void requireRows(int rows) {
      // Whether the space has as many is for SpaceRows to check.
    }
  }

  /**
   * Some architectures of an indexed space.
   *
   * @param indices the official index of each row, ascending
   */
  record Indexed(Slab indices) implements RowArrays {
    @Override
    public List<Slab> slabs() {
      return List.of(indices);
    }

    @Override
    public void requireRows(int rows) {
      indices.requireShape(ElementType.INT32, List.of(rows));
    }
  }

  /**
   * Architectures of a keyed space, by ascending hash.
   *
   * @param codes the architecture of each row as its source writes it
   * @param hashes the first and the second halves of the hashes, each of all rows
   * @param keys the keys of all rows, ascending
   * @param keyRows the row of each key
   */
  record Keyed(Slab codes, Slab hashes, Slab keys, Slab keyRows) implements RowArrays {
    @Override
    public List<Slab> slabs() {
      return List.of(codes, hashes, keys, keyRows);
    }

    @Override
    public void requireRows(int rows) {
      codes.requireShape(ElementType.INT64, List.of(rows));
      hashes.requireShape(ElementType.INT64, List.of(2, rows));
      keys.requireShape(ElementType.INT64, List.of(rows));
      keyRows.requireShape(ElementType.INT32, List.of(rows));
    }
  }
}
