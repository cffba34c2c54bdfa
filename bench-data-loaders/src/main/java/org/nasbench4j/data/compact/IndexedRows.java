package org.nasbench4j.data.compact;

import org.jspecify.annotations.Nullable;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.IndexedSpace;

/** Rows by official index, ascending. */
final class IndexedRows implements Rows {

  private final IndexedSpace space;
  private final int count;

  /** Null if every architecture of the space has its row: row and index are equal. */
  private final @Nullable IntPlane indices;

  /**
   * Takes rows up.
   *
   * @param space the space
   * @param count the number of rows
   * @param indices the official index of each, or null
   * @throws IllegalArgumentException if indices do not ascend or are none of the space
   */
  IndexedRows(IndexedSpace space, int count, @Nullable IntPlane indices) {
    this.space = space;
    this.count = count;
    this.indices = indices;
    if (indices != null) {
      requireAscending(indices);
    }
  }

  private void requireAscending(IntPlane plane) {
    int low = 0;
    for (int row = 0; row < count; row++) {
      int index = plane.at(row);
      if (index < low || index >= space.size()) {
        throw new IllegalArgumentException(
            "Row %d is of the architecture %d, which must lie in %d..%d."
                .formatted(row, index, low, space.size() - 1));
      }
      low = index + 1;
    }
  }

  @Override
  public void verify() {
    // Checked when the table was opened.
  }

  @Override
  public IndexedSpace space() {
    return space;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Architecture architecture(int row) {
    return space.architecture(indices == null ? row : indices.at(row));
  }

  @Override
  public int row(Architecture architecture) {
    int index = space.index(architecture);
    return indices == null ? index : search(indices, index);
  }

  private int search(IntPlane plane, int index) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = plane.at(middle);
      if (found == index) {
        return middle;
      }
      if (found < index) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
