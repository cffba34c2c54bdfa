package org.nasbench4j.data.nasbench201;

import java.util.regex.Pattern;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.table.MalformedTableException;

/**
 * One column of a {@link CsvTable}. Every error names the line and the column.
 *
 * @param table the file
 * @param name the column's name
 * @param position its place in a line
 */
record CsvColumn(CsvTable table, String name, int position) {

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  boolean isBlank(int row) {
    return text(row).isEmpty();
  }

  String text(int row) {
    return table.field(row, position);
  }

  /**
   * A finite number.
   *
   * @param row the row
   * @return its value
   * @throws MalformedTableException if it is something else
   */
  double number(int row) {
    String text = text(row);
    if (!NUMBER.matcher(text).matches()) {
      throw malformed(row, "is no number");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw malformed(row, "is too large");
    }
    return value;
  }

  /**
   * A whole number.
   *
   * @param row the row
   * @param low the smallest allowed
   * @param high the largest allowed
   * @return its value
   * @throws MalformedTableException if it is something else
   */
  int whole(int row, int low, int high) {
    double value = number(row);
    if (value != Math.rint(value) || value < low || value > high) {
      throw malformed(row, "must be a whole number in %d..%d".formatted(low, high));
    }
    return (int) value;
  }

  /**
   * A percentage of answers, as the number of correct ones.
   *
   * @param row the row
   * @param answers the number of answers
   * @return the correct ones
   * @throws MalformedTableException if it is out of range or no fraction of that many answers
   */
  int correct(int row, int answers) {
    return AnswerShare.ofPercent(number(row), answers)
        .correct()
        .orElseThrow(() -> malformed(row, "is no percentage of %d answers".formatted(answers)));
  }

  /**
   * The error for one field.
   *
   * @param row the row, from 0
   * @param reason what is wrong with it, after its value
   * @return the error
   */
  MalformedTableException malformed(int row, String reason) {
    return table.malformed(row, "column (%s): (%s) %s".formatted(name, text(row), reason));
  }
}
