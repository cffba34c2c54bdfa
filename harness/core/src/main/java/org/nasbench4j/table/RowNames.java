package org.nasbench4j.table;

import org.nasbench4j.space.IndexedSpace;
import org.nasbench4j.space.KeyedSpace;

/** Which architecture each row of a {@link TableContent} is. */
public sealed interface RowNames permits RowNames.Indexed, RowNames.Keyed {

  /**
   * The number of rows.
   *
   * @return at least 0
   */
  int count();

  /**
   * Rows of an {@link IndexedSpace}.
   *
   * @param indices the official index of each row, ascending; handed over, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data on its way to a file; never compared
  record Indexed(int[] indices) implements RowNames {

    public Indexed {
      for (int row = 1; row < indices.length; row++) {
        if (indices[row] <= indices[row - 1]) {
          throw new IllegalArgumentException(
              "The architectures must ascend, but (%d) follows (%d)."
                  .formatted(indices[row], indices[row - 1]));
        }
      }
    }

    @Override
    public int count() {
      return indices.length;
    }
  }

  /**
   * Rows of a {@link KeyedSpace}, in the order of their hashes.
   *
   * @param codes the architecture of each row as its source writes it, see {@link KeyedSpace#code}
   * @param hashes the hash of each row, ascending; both arrays are handed over, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data on its way to a file; never compared
  record Keyed(long[] codes, Hash128[] hashes) implements RowNames {

    public Keyed {
      if (codes.length != hashes.length) {
        throw new IllegalArgumentException(
            "There are %d codes for %d hashes.".formatted(codes.length, hashes.length));
      }
      for (int row = 1; row < hashes.length; row++) {
        if (hashes[row].compareTo(hashes[row - 1]) <= 0) {
          throw new IllegalArgumentException(
              "The hashes must ascend, but (%s) follows (%s)."
                  .formatted(hashes[row], hashes[row - 1]));
        }
      }
    }

    @Override
    public int count() {
      return codes.length;
    }
  }
}
