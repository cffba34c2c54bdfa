package org.nasbench4j.jmh.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text with aligned columns: numbers to the right, words to the left. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> right;

  /**
   * Starts a table.
   *
   * @param header the columns' titles; those that start with a blank stand above numbers
   */
  TextTable(List<String> header) {
    right = header.stream().map(title -> title.startsWith(" ")).toList();
    rows.add(header.stream().map(String::strip).toList());
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** The lines from the header on, without blanks at their ends. */
  List<String> lines() {
    List<Integer> widths = IntStream.range(0, right.size()).map(this::width).boxed().toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> cell(row.get(i), widths.get(i), right.get(i)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String cell(String text, int width, boolean right) {
    String fill = " ".repeat(width - text.length());
    return right ? fill + text : text + fill;
  }
}
