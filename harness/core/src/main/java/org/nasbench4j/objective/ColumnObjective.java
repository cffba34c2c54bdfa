package org.nasbench4j.objective;

import java.util.Optional;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Table;

/**
 * A stored score of a proxy. What computing it cost is not known, so seconds cannot be a budget.
 */
public final class ColumnObjective implements Objective {
  private final Table table;
  private final Column column;
  private final String name;

  private ColumnObjective(Table table, Column column, String name) {
    this.table = table;
    this.column = column;
    this.name = name;
  }

  /**
   * Resolves a column.
   *
   * @param table the measurements
   * @param name the name of one of {@link Table#columns()}
   * @return the objective
   * @throws MissingRecordException if the table has no such column
   */
  public static ColumnObjective of(Table table, String name) {
    return new ColumnObjective(table, table.column(name), name);
  }

  @Override
  public Evaluation evaluate(Architecture architecture) {
    return new Evaluation(column.value(table.row(architecture)), 0);
  }

  @Override
  public Optional<CostLine> costLine() {
    return Optional.empty();
  }

  @Override
  public String description() {
    return name + " (stored), cost unknown";
  }
}
