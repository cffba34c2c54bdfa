package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.table.Column;

/** Architectures and values that are not there, or are no finite numbers. */
final class CompletenessCheck implements TableCheck {

  @Override
  public String name() {
    return "completeness";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Finding> findings = new ArrayList<>();
    long lacking = table.space().measured() - table.rows();
    if (lacking > 0) {
      findings.add(
          new Finding(
              name(),
              Severity.WARNING,
              "table",
              new Occurrences(
                  lacking, table.space().measured(), Examination.ARCHITECTURES, List.of()),
              "The table lacks architectures of its space: optima, ranks and averages are of a part"
                  + " only, and a search that asks for another fails."));
    }
    boolean valued = table.coverage().stream().anyMatch(block -> block.records() > 0);
    for (String column : table.table().columns()) {
      valued |= examine(table, column, findings);
    }
    if (!valued) {
      findings.add(
          finding(
              Severity.ERROR,
              "table",
              new Occurrences(table.rows(), table.rows(), Examination.ARCHITECTURES, List.of()),
              "The table has no accuracy and no value in a column: nothing can be asked of it."));
    }
    return findings;
  }

  /** Whether the column has a value at all. */
  private boolean examine(Examination table, String name, List<Finding> findings) {
    Column column = table.table().column(name);
    Tally absent = new Tally();
    Tally infinite = new Tally();
    Tally large = new Tally();
    for (int row = 0; row < column.rows(); row++) {
      int here = row;
      if (!column.has(row)) {
        absent.add(() -> table.name(here));
      } else if (Double.isInfinite(column.value(row))) {
        infinite.add(() -> table.name(here) + " has " + column.value(here));
      } else if (Math.abs(column.value(row)) > Float.MAX_VALUE) {
        large.add(() -> table.name(here) + " has " + Numerals.rough(column.value(here)));
      }
    }
    add(
        findings,
        Severity.NOTE,
        name,
        absent.of(column.rows(), Examination.ARCHITECTURES),
        "The column has no value there: what is computed from it is of the others only (--missing"
            + " skip).");
    add(
        findings,
        Severity.WARNING,
        name,
        infinite.of(column.rows(), Examination.ARCHITECTURES),
        "The column is infinite there: ranks can be taken, and sums, means and Pearson correlations"
            + " cannot.");
    add(
        findings,
        Severity.NOTE,
        name,
        large.of(column.rows(), Examination.ARCHITECTURES),
        "These values are beyond 32-bit floats: whoever reads the column as such gets infinities.");
    return absent.count() < column.rows();
  }
}
