package org.nasbench4j.data.pandas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of pandas: named columns of equal length. Immutable. */
public final class DataFrame {
  private final int rows;
  private final Map<String, List<Object>> columns;

  DataFrame(int rows, Map<String, List<Object>> columns) {
    this.rows = rows;
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * The number of rows.
   *
   * @return 0 or more
   */
  public int rows() {
    return rows;
  }

  /**
   * The names of the columns.
   *
   * @return in the order of the table
   */
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /**
   * A column.
   *
   * @param name one of {@link #names}
   * @return its values, {@link Double}, {@link Long}, {@link Boolean}, {@link String} or anything
   *     else that a pickle holds; empty if there is no such column
   */
  public Optional<List<Object>> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }
}
