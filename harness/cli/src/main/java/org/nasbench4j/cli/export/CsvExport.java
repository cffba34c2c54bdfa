package org.nasbench4j.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.nasbench4j.cli.export.WideColumns.Named;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.ImportProgress;

/**
 * A table as CSV by RFC 4180, with a line of names. What was not measured is an empty field;
 * numbers have as many digits as their doubles need to be read back.
 */
final class CsvExport {
  private static final double LARGEST_WHOLE = 1e15;

  private final RowLabels labels;
  private final List<Named> columns;

  CsvExport(RowLabels labels, List<Named> columns) {
    this.labels = labels;
    this.columns = columns;
  }

  void write(Path file, ImportProgress progress) throws IOException {
    TextFile.write(file, out -> write(out, progress));
  }

  private void write(Writer out, ImportProgress progress) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(Stream.concat(labels.names().stream(), columns.stream().map(Named::name)));
    int rows = labels.table().rows();
    for (int row = 0; row < rows; row++) {
      for (String label : labels.of(row)) {
        csv.print(label);
      }
      for (Named named : columns) {
        csv.print(field(named.column(), row));
      }
      csv.println();
      progress.advanced(row + 1L, rows);
    }
  }

  private static String field(Column column, int row) {
    return column.has(row) ? text(column.value(row)) : "";
  }

  // Infinities as Python writes them; whole numbers without a fraction.
  private static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
