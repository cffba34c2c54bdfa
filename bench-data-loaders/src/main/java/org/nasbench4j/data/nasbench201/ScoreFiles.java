package org.nasbench4j.data.nasbench201;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.MalformedTableException;

/**
 * The files of zero-cost proxies and of hardware measurements that may lie beside the accuracies;
 * each number becomes a column of the table.
 */
final class ScoreFiles {

  private static final Pattern PROXIES = Pattern.compile("zc_([a-z0-9]+)_(.+?)\\.csv(\\.gz)?");
  private static final Pattern HARDWARE = Pattern.compile("hwnasbench_(.+?)\\.csv(\\.gz)?");

  /** What stays a column's name behind that of its source. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.+_-]{1,80}");

  /** What a proxy's file holds where its computation failed. */
  private static final double FAILED_PROXY = -1e8;

  /** What a device's file holds where there was no measurement. */
  private static final double FAILED_HARDWARE = -1;

  /** The accuracies' file knows the parameters better. */
  private static final String PARAMETERS = "params";

  /** A misnomer: test accuracies of seed 888, which no search may see as a proxy. */
  private static final String LEAK = "val_acc_suite_zero";

  private final Nb201Space space;
  private final SortedMap<String, double[]> columns = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  ScoreFiles(Nb201Space space) {
    this.space = space;
  }

  // Whether a file of this name is one.
  static boolean isOne(String fileName) {
    return PROXIES.matcher(fileName).matches() || HARDWARE.matcher(fileName).matches();
  }

  // Whether a file of this name has hardware measurements.
  static boolean isHardware(String fileName) {
    return HARDWARE.matcher(fileName).matches();
  }

  SortedMap<String, double[]> columns() {
    return columns;
  }

  List<String> notes() {
    return notes;
  }

  /**
   * Adds the columns of a file.
   *
   * @param table a file of which {@link #isOne} holds
   */
  void add(CsvTable table) {
    String name = String.valueOf(table.path().getFileName());
    Matcher proxies = PROXIES.matcher(name);
    Matcher hardware = HARDWARE.matcher(name);
    if (proxies.matches()) {
      dataset(name, proxies.group(2))
          .ifPresent(dataset -> add(table, proxies.group(1), dataset, FAILED_PROXY));
    } else if (hardware.matches()) {
      dataset(name, hardware.group(1)).ifPresent(dataset -> addHardware(table, dataset));
    }
  }

  private void addHardware(CsvTable table, String dataset) {
    add(table, "hw", dataset, FAILED_HARDWARE);
    notes.add(
        ("hw-*-latency-%1$s are in milliseconds, hw-*-energy-%1$s in millijoules;"
                + " hw-eyeriss-arithmetic-intensity-%1$s is a ratio.")
            .formatted(dataset));
  }

  // The data set of a file; empty if it is none of the benchmark's, which is noted.
  private Optional<String> dataset(String file, String name) {
    Optional<String> known =
        Arrays.stream(DatasetId.values())
            .map(DatasetId::id)
            .filter(id -> id.equals(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (known.isEmpty()) {
      notes.add("%s was left out: the benchmark has no data set %s.".formatted(file, name));
    }
    return known;
  }

  private void add(CsvTable table, String source, String dataset, double failed) {
    CellRows rows = CellRows.read(table, space);
    if (rows.count() == 0) {
      throw new MalformedTableException(table.path(), new AtLine(2), "it has no cells");
    }
    Quirks quirks = new Quirks(failed);
    Set<String> ignored = Set.of(CellRows.INDEX, CellRows.CELL, PARAMETERS, LEAK);
    for (String name : table.names()) {
      if (!ignored.contains(name)) {
        String column = column(table, name, "%s-%s-%s".formatted(source, kebab(name), dataset));
        double[] values = values(table.column(name), rows, quirks);
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
          quirks.empty.add(name);
        } else {
          columns.put(column, values);
        }
      }
    }
    if (table.names().contains(LEAK)) {
      quirks.leaks.add(LEAK);
    }
    notes.addAll(quirks.notes("%s-*-%s".formatted(source, dataset), rows.count()));
  }

  // The name that a column gets, if it can be one and no other file gave it.
  private String column(CsvTable table, String name, String column) {
    if (!NAME.matcher(name).matches()) {
      throw new MalformedTableException(
          table.path(),
          new AtLine(1),
          "column (%s) must be letters, digits and . + _ -, at most 80 of them".formatted(name));
    }
    if (columns.containsKey(column)) {
      throw new MalformedTableException(
          table.path(),
          new AtLine(1),
          "column (%s) is there already, as %s".formatted(name, column));
    }
    return column;
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double[] values(CsvColumn column, CellRows rows, Quirks quirks) {
    double[] values = new double[CellRows.CELLS];
    Arrays.fill(values, Double.NaN);
    for (int row = 0; row < rows.count(); row++) {
      values[rows.index(row)] = quirks.look(column, row);
    }
    return values;
  }

  /** What is odd in one file. */
  private static final class Quirks {
    private final double failed;
    private final SortedMap<String, Integer> failures = new TreeMap<>();
    private final SortedMap<String, Integer> infinities = new TreeMap<>();
    private final List<String> empty = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    Quirks(double failed) {
      this.failed = failed;
    }

    double look(CsvColumn column, int row) {
      double value = score(column, row);
      if (value == failed) {
        failures.merge(column.name(), 1, Integer::sum);
        return Double.NaN;
      }
      if (Double.isInfinite(value)) {
        infinities.merge(column.name(), 1, Integer::sum);
      }
      return value;
    }

    private static double score(CsvColumn column, int row) {
      return switch (column.text(row)) {
        case "" -> Double.NaN;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        case "inf" -> Double.POSITIVE_INFINITY;
        default -> column.number(row);
      };
    }

    List<String> notes(String columns, int rows) {
      List<String> notes = new ArrayList<>();
      if (rows < CellRows.CELLS) {
        notes.add("%s are of %d cells only.".formatted(columns, rows));
      }
      if (!failures.isEmpty()) {
        notes.add(
            "%s: values that failed in the source (%.0f) are absent: %s."
                .formatted(columns, failed, failures));
      }
      if (!infinities.isEmpty()) {
        notes.add("%s: values that are infinite stay so: %s.".formatted(columns, infinities));
      }
      if (!empty.isEmpty()) {
        notes.add("%s: the source has no value of %s.".formatted(columns, empty));
      }
      if (!leaks.isEmpty()) {
        notes.add(
            "%s: %s was left out, as it is the test accuracy of seed 888."
                .formatted(columns, leaks));
      }
      return notes;
    }
  }
}
