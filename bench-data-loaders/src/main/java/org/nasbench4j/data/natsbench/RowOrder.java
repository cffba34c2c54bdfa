package org.nasbench4j.data.natsbench;

import java.util.SortedMap;
import java.util.TreeMap;

/** Rows are numbered as they come; tables have them by index. */
final class RowOrder {
  private final SortedMap<Integer, Integer> rowByIndex = new TreeMap<>();

  // The number of the row of a new index, or -1 if the index is not new.
  int add(int index) {
    int row = rowByIndex.size();
    return rowByIndex.putIfAbsent(index, row) == null ? row : -1;
  }

  int count() {
    return rowByIndex.size();
  }

  int[] indices() {
    return rowByIndex.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  // The row of the lowest index, and so on.
  int[] rows() {
    return rowByIndex.values().stream().mapToInt(Integer::intValue).toArray();
  }
}
