package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Measure;

/** Columns that are accuracies of the same table under another name. */
final class DisguisesCheck implements TableCheck {
  private static final double MOST_SAME = 0.5;
  private static final double SAME = 1e-3;
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return "disguises";
  }

  @Override
  public List<Finding> examine(Examination table) {
    List<Accuracies> all = table.heldOut().stream().flatMap(m -> accuracies(table, m)).toList();
    List<Finding> findings = new ArrayList<>();
    for (String name : table.table().columns()) {
      double[] values = values(table.table().column(name));
      for (Accuracies accuracies : all) {
        compare(table, name, values, accuracies, findings);
      }
    }
    return findings;
  }

  /** Percents by row, NaN where there is none or the network guesses. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Accuracies(String query, double[] percents) {}

  private static Stream<Accuracies> accuracies(Examination table, Measure measure) {
    Chance chance = Chance.of(measure);
    Stream<AccuracyColumn> seeds =
        table.seeds(measure).stream().map(seed -> table.ofSeed(measure, seed));
    return Stream.concat(Stream.of(table.mean(measure)), seeds)
        .map(column -> new Accuracies(column.query().toString(), percents(column, chance)));
  }

  private static double[] percents(AccuracyColumn column, Chance chance) {
    double[] percents = values(column);
    for (int row = 0; row < percents.length; row++) {
      if (column.has(row) && chance.reaches(column, row)) {
        percents[row] = Double.NaN;
      }
    }
    return percents;
  }

  private static double[] values(Column column) {
    double[] values = new double[column.rows()];
    Arrays.setAll(values, row -> column.has(row) ? column.value(row) : Double.NaN);
    return values;
  }

  private void compare(
      Examination table,
      String name,
      double[] values,
      Accuracies accuracies,
      List<Finding> findings) {
    Tally same = new Tally();
    int compared = 0;
    for (int row = 0; row < values.length; row++) {
      double percent = accuracies.percents()[row];
      if (!Double.isNaN(percent) && !Double.isNaN(values[row])) {
        compared++;
        if (isSame(values[row], percent)) {
          int here = row;
          same.add(() -> "%s: %s".formatted(table.name(here), values[here]));
        }
      }
    }
    if (same.count() > MOST_SAME * compared) {
      findings.add(
          new Finding(
              name(),
              Severity.ERROR,
              "%s and %s".formatted(name, accuracies.query()),
              same.of(compared, Examination.ARCHITECTURES),
              "The column is an accuracy of this table under another name: as a proxy it would let"
                  + " a search see what it must not. Leave it out."));
    }
  }

  // In percent, or as a fraction.
  private static boolean isSame(double value, double percent) {
    return Math.abs(value - percent) < SAME || Math.abs(PERCENT * value - percent) < SAME;
  }
}
