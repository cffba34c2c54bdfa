package org.nasbench4j.data.nasbench101;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.MalformedTableException;

/** The rows of a file of mean test accuracies. */
final class MeanRows {
  private static final String INDEX = "index";
  private static final String HASH = "module_hash";
  private static final String VERTICES = "num_vertices";
  private static final String ADJACENCY = "adjacency";
  private static final String OPERATIONS = "operations";
  private static final String PARAMETERS = "trainable_params";
  private static final String ACCURACY = "test_accuracy_108_mean";
  private static final List<String> COLUMNS =
      List.of(INDEX, HASH, VERTICES, ADJACENCY, OPERATIONS, PARAMETERS, ACCURACY);

  private static final int FIRST_CAPACITY = 1 << 12;

  private final Path path;
  private final Modules modules;
  private List<String> names = List.of();
  private int[] correct = new int[FIRST_CAPACITY];
  private long lines;

  MeanRows(Path path) {
    this.path = path;
    this.modules = new Modules(path);
  }

  long lines() {
    return lines;
  }

  Modules modules() {
    return modules;
  }

  /**
   * Takes up a line, the first of which names the columns.
   *
   * @throws MalformedTableException if something is wrong with it
   */
  void take(long line, CSVRecord record) {
    if (line == 1) {
      names = List.of(record.values());
      requireColumns();
    } else {
      try {
        row(line, record);
      } catch (IllegalArgumentException e) {
        throw malformed(line, String.valueOf(e.getMessage()));
      }
    }
    lines = line;
  }

  private void requireColumns() {
    for (String column : COLUMNS) {
      if (names.indexOf(column) < 0) {
        throw malformed(1, "column (%s) is missing".formatted(column));
      }
    }
  }

  private void row(long line, CSVRecord record) {
    if (record.size() != names.size()) {
      throw new IllegalArgumentException(
          "it has %d of %d columns".formatted(record.size(), names.size()));
    }
    int known = modules.count();
    int number =
        modules.number(
            RecordParser.module(text(record, ADJACENCY), text(record, OPERATIONS)),
            Hash128.parse(text(record, HASH)),
            whole(record, PARAMETERS),
            new AtLine(line));
    if (number < known) {
      throw new IllegalArgumentException(
          "the module (%s) occurs twice".formatted(text(record, HASH)));
    }
    requireNumber(record, INDEX, line - 2);
    int vertices = text(record, OPERATIONS).split(",", -1).length;
    requireNumber(record, VERTICES, vertices);
    correct = number < correct.length ? correct : Arrays.copyOf(correct, 2 * correct.length);
    correct[number] =
        Budgets.correct(accuracy(record), Math.multiplyExact(Budgets.REPEATS, Budgets.IMAGES));
  }

  private void requireNumber(CSVRecord record, String column, long expected) {
    long found = whole(record, column);
    if (found != expected) {
      throw new IllegalArgumentException(
          "column (%s) is %d instead of %d".formatted(column, found, expected));
    }
  }

  private double accuracy(CSVRecord record) {
    String text = text(record, ACCURACY);
    if (!text.matches("[0-9]+(\\.[0-9]+)?")) {
      throw new IllegalArgumentException(
          "column (%s): (%s) is no number".formatted(ACCURACY, text));
    }
    return Double.parseDouble(text);
  }

  private long whole(CSVRecord record, String column) {
    String text = text(record, column);
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "column (%s): (%s) is no whole number".formatted(column, text));
    }
    return Long.parseLong(text);
  }

  private String text(CSVRecord record, String column) {
    return record.get(names.indexOf(column));
  }

  private MalformedTableException malformed(long line, String reason) {
    return new MalformedTableException(path, new AtLine(line), reason);
  }

  // All rows are there.
  void finish() {
    if (modules.count() == 0) {
      throw malformed(lines + 1, "it has no rows");
    }
    modules.finish();
  }

  // The correct answers of three trainings each, in the order of the rows.
  int[] correct(int[] order) {
    return Arrays.stream(order).map(number -> correct[number]).toArray();
  }
}
