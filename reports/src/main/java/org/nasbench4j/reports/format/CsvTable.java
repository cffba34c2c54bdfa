package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.nasbench4j.reports.model.Decimals;

/**
 * Writes RFC 4180 with a header row: quotes where they are needed, and around what begins oddly.
 */
final class CsvTable {
  /** Enough for exact fractions of an evaluation set and for means over many runs. */
  private static final int PLACES = 6;

  private final OutputStream out;
  private boolean begun;

  CsvTable(OutputStream out) {
    this.out = out;
  }

  /** One row, column by column. */
  static final class Row {
    private final Map<String, String> cells = new LinkedHashMap<>();

    Row put(String column, String text) {
      cells.put(column, text);
      return this;
    }

    Row put(String column, double number) {
      return put(column, Decimals.trimmed(number, PLACES));
    }

    Row put(String column, long number) {
      return put(column, Long.toString(number));
    }

    Row put(String column, OptionalDouble number) {
      number.ifPresentOrElse(value -> put(column, value), () -> put(column, ""));
      return this;
    }
  }

  /** Writes a row, and the header before the first. */
  void add(Row row) throws IOException {
    if (!begun) {
      writeLine(row.cells.keySet());
      begun = true;
    }
    writeLine(row.cells.values());
  }

  private void writeLine(Collection<String> fields) throws IOException {
    String line = CSVFormat.RFC4180.format(fields.toArray());
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
