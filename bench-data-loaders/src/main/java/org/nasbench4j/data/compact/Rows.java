package org.nasbench4j.data.compact;

import org.nasbench4j.space.Architecture;
import org.nasbench4j.space.SearchSpace;

/** Which architecture is in which row. */
interface Rows {

  SearchSpace space();

  // The number of rows.
  int count();

  // The architecture of a row; the caller has checked the row.
  Architecture architecture(int row);

  // The row of an architecture; negative if it has none.
  int row(Architecture architecture);

  // Fails if the arrays do not say which architecture each row is.
  void verify();

  // The row that a text names; negative if it has none.
  default int row(String text) {
    return row(space().parse(text));
  }
}
