package org.nasbench4j.reports.model;

import java.util.List;

/**
 * A table as papers print it: methods by data sets, mean ± deviation in percent. It holds tasks of
 * one benchmark and of one honesty only: tasks with different stamps never share a table.
 *
 * @param columns the targets
 * @param methods one row for each method
 * @param yardsticks random sampling, best by validation, optimum
 * @param notes what must be said of these numbers
 */
public record PaperTable(
    List<Column> columns, List<Row> methods, List<Row> yardsticks, List<String> notes) {

  /** Copies the lists. */
  public PaperTable {
    columns = List.copyOf(columns);
    methods = List.copyOf(methods);
    yardsticks = List.copyOf(yardsticks);
    notes = List.copyOf(notes);
  }

  /**
   * A target's two columns.
   *
   * @param title the heading
   * @param budget what each run could spend
   */
  public record Column(String title, String budget) {}

  /**
   * One row.
   *
   * @param label the heading
   * @param cells one pair for each column
   */
  public record Row(String label, List<Pair> cells) {

    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The two numbers of a target.
   *
   * @param valid validation accuracy
   * @param test test accuracy
   */
  public record Pair(Cell valid, Cell test) {}

  /**
   * One number.
   *
   * @param mean percent with two decimals
   * @param deviation with two decimals; empty where there is none
   * @param best whether no other method has a higher mean
   */
  public record Cell(String mean, String deviation, boolean best) {

    /**
     * Plain text.
     *
     * @return for example {@code 94.02 ± 0.30}
     */
    public String text() {
      return deviation.isEmpty() ? mean : mean + " ± " + deviation;
    }
  }
}
