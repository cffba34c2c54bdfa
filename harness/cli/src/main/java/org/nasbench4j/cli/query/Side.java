package org.nasbench4j.cli.query;

import java.util.Optional;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MovedRows;
import org.nasbench4j.table.Table;

/**
 * One of two measures that are compared.
 *
 * @param quantity what is measured
 * @param table whose rows are used
 * @param elsewhere the table that has the measure, where it is another one
 */
record Side(Quantity quantity, Table table, Optional<Elsewhere> elsewhere) {

  /** Another table of the same space. */
  record Elsewhere(Table table, MovedRows rows) {}

  static Side of(Quantity quantity, Table table) {
    return new Side(quantity, table, Optional.empty());
  }

  static Side of(Quantity quantity, Table table, Table other) {
    return new Side(quantity, table, Optional.of(new Elsewhere(other, MovedRows.of(other, table))));
  }

  /** The numbers of some rows; ranks are taken among these. */
  Column column(ProxyCatalog proxies, int[] rows) {
    return elsewhere
        .map(other -> moved(other, proxies, rows))
        .orElseGet(() -> quantity.column(table, proxies, rows));
  }

  private Column moved(Elsewhere other, ProxyCatalog proxies, int[] rows) {
    int[] sources = other.rows().sources(rows);
    return other.rows().column(quantity.column(other.table(), proxies, sources));
  }

  /** The measure, and the table where it is not the other's. */
  @Override
  public String toString() {
    return elsewhere
        .map(other -> "%s of %s".formatted(quantity, other.table().info().name()))
        .orElse(quantity.toString());
  }
}
