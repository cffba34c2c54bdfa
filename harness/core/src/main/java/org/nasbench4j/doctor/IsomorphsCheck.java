package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Measure;
import org.nasbench4j.table.Split;

/**
 * Cells of NAS-Bench-201 that compute the same and have different records, or different sizes.
 *
 * <p>Tables of NAS-Bench-101 hold one row for each hash, which their import and the format see to.
 */
final class IsomorphsCheck implements TableCheck {
  private static final String CLASSES = "classes";

  private static final String DIFFERENT =
      "Cells that compute the same, but for constant shifts of convolutions that see only zeros, were"
          + " trained apart and differ: that spread is noise. Do not take smaller differences between"
          + " cells for differences between architectures.";
  private static final String COPIED =
      "All cells that compute the same have the same accuracies: each function was trained once, or"
          + " copied. Count functions, not cells, where observations must be independent.";
  private static final String SEEDS =
      "Of cells that compute the same, some were trained more often: their means are of different"
          + " weight.";
  private static final String SIZES =
      "Cells that compute the same differ in size: convolutions that lead nowhere are counted.";
  private static final String STRINGS =
      "The official unique string is the same for cells with different weights (a shared convolution,"
          + " or two): 6,466 is not a number of functions. Use the string for published counts only.";

  @Override
  public String name() {
    return "isomorphs";
  }

  @Override
  public List<Finding> examine(Examination table) {
    if (!(table.space() instanceof Nb201Space space)) {
      return List.of();
    }
    FunctionClasses functions = new FunctionClasses(space);
    List<List<Integer>> classes =
        classes(table, row -> functions.classOf(space.cell(table.table().architecture(row))));
    List<Finding> findings = new ArrayList<>();
    if (!classes.isEmpty()) {
      for (Measure measure : table.heldOut()) {
        if (measure.split() != Split.VALID_AND_TEST) {
          accuracies(table, measure, classes, findings);
        }
      }
      seeds(table, classes, findings);
      sizes(table, classes, findings);
    }
    strings(table, space, functions, findings);
    return findings;
  }

  /** The rows of every class that has several. */
  private static List<List<Integer>> classes(Examination table, Function<Integer, Object> classOf) {
    Map<Object, List<Integer>> rows =
        IntStream.range(0, table.rows())
            .boxed()
            .collect(Collectors.groupingBy(classOf, LinkedHashMap::new, Collectors.toList()));
    return rows.values().stream().filter(list -> list.size() > 1).toList();
  }

  private void accuracies(
      Examination table, Measure measure, List<List<Integer>> classes, List<Finding> findings) {
    AccuracyColumn mean = table.mean(measure);
    Spread widest = new Spread(0, 0, 0);
    long differing = 0;
    long compared = 0;
    for (List<Integer> rows : classes) {
      List<Integer> measured = rows.stream().filter(mean::has).toList();
      if (measured.size() > 1) {
        Spread spread = Spread.of(mean, measured);
        compared++;
        differing += spread.width() > 0 ? 1 : 0;
        widest = spread.width() > widest.width() ? spread : widest;
      }
    }
    if (compared > 0) {
      List<String> examples = differing == 0 ? List.of() : List.of(widest.text(table, mean));
      findings.add(
          new Finding(
              name(),
              Severity.NOTE,
              measure.toString(),
              new Occurrences(differing == 0 ? compared : differing, compared, CLASSES, examples),
              differing == 0 ? COPIED : DIFFERENT));
    }
  }

  /** The best and the worst of cells that compute the same. */
  private record Spread(double width, int best, int worst) {

    static Spread of(Column column, List<Integer> rows) {
      int best = rows.get(0);
      int worst = best;
      for (int row : rows) {
        best = column.value(row) > column.value(best) ? row : best;
        worst = column.value(row) < column.value(worst) ? row : worst;
      }
      return new Spread(column.value(best) - column.value(worst), best, worst);
    }

    String text(Examination table, Column column) {
      return "widest: %s has %s and %s has %s"
          .formatted(
              table.name(best),
              Numerals.percent(column.value(best)),
              table.name(worst),
              Numerals.percent(column.value(worst)));
    }
  }

  private void seeds(Examination table, List<List<Integer>> classes, List<Finding> findings) {
    for (Measure measure : table.heldOut()) {
      AccuracyColumn mean = table.mean(measure);
      Tally tally = new Tally();
      for (List<Integer> rows : classes) {
        if (rows.stream().map(mean::seedCount).distinct().count() > 1) {
          tally.add(
              () ->
                  "%s and %s".formatted(times(table, mean, rows, 1), times(table, mean, rows, -1)));
        }
      }
      if (!tally.isEmpty()) {
        findings.add(
            new Finding(
                name(),
                Severity.NOTE,
                measure.toString(),
                tally.of(classes.size(), CLASSES),
                SEEDS));
      }
    }
  }

  // The cell with the most trainings, or with -1 the fewest.
  private static String times(
      Examination table, AccuracyColumn mean, List<Integer> rows, int sign) {
    int row = Collections.max(rows, Comparator.comparingInt(other -> sign * mean.seedCount(other)));
    return "%s %d times".formatted(table.name(row), mean.seedCount(row));
  }

  private void sizes(Examination table, List<List<Integer>> classes, List<Finding> findings) {
    for (String name : table.table().columns()) {
      if (name.startsWith(NetworkCounts.PARAMS) || name.startsWith(NetworkCounts.FLOPS)) {
        Column column = table.table().column(name);
        Tally tally = new Tally();
        for (List<Integer> rows : classes) {
          List<Integer> counted = rows.stream().filter(column::has).toList();
          if (counted.size() > 1 && Spread.of(column, counted).width() > 0) {
            Spread spread = Spread.of(column, counted);
            tally.add(() -> table.name(spread.best()) + " and " + table.name(spread.worst()));
          }
        }
        if (!tally.isEmpty()) {
          findings.add(
              new Finding(name(), Severity.NOTE, name, tally.of(classes.size(), CLASSES), SIZES));
        }
      }
    }
  }

  private void strings(
      Examination table, Nb201Space space, FunctionClasses functions, List<Finding> findings) {
    Tally tally = new Tally();
    List<List<Integer>> strings =
        classes(table, row -> space.cell(table.table().architecture(row)).canonical());
    for (List<Integer> rows : strings) {
      List<Nb201Cell> representatives =
          rows.stream()
              .map(row -> functions.representativeOf(space.cell(table.table().architecture(row))))
              .distinct()
              .toList();
      if (representatives.size() > 1) {
        tally.add(
            () ->
                representatives.stream()
                    .limit(2)
                    .map(cell -> Integer.toString(space.index(cell)))
                    .collect(Collectors.joining(" and ")));
      }
    }
    if (!tally.isEmpty()) {
      findings.add(
          new Finding(
              name(), Severity.NOTE, "table", tally.of(strings.size(), "strings"), STRINGS));
    }
  }
}
