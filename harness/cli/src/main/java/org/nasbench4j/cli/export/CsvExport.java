package org.nasbench4j.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
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
    StringBuilder line = new StringBuilder();
    labels.names().forEach(name -> line.append(quoted(name)).append(','));
    columns.forEach(column -> line.append(quoted(column.name())).append(','));
    flush(line, out);
    int rows = labels.table().rows();
    for (int row = 0; row < rows; row++) {
      labels.of(row).forEach(label -> line.append(quoted(label)).append(','));
      for (Named named : columns) {
        appendValue(line, named.column(), row);
        line.append(',');
      }
      flush(line, out);
      progress.advanced(row + 1L, rows);
    }
  }

  // Every field has put a comma behind itself.
  private static void flush(StringBuilder line, Writer out) throws IOException {
    line.setCharAt(line.length() - 1, '\n');
    out.append(line);
    line.setLength(0);
  }

  private static void appendValue(StringBuilder line, Column column, int row) {
    if (column.has(row)) {
      line.append(text(column.value(row)));
    }
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

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
