package org.nasbench4j.proxy;

import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;

/**
 * A proxy's scores, computed when they are read.
 *
 * @param table supplies the rows
 * @param proxy computes the scores
 */
record ComputedColumn(Table table, Proxy proxy) implements Column {

  @Override
  public int rows() {
    return table.rows();
  }

  @Override
  public boolean has(int row) {
    return row >= 0 && row < rows();
  }

  @Override
  public double value(int row) {
    return proxy.score(table.architecture(row)).value();
  }
}
