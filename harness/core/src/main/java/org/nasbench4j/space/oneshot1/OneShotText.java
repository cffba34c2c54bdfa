package org.nasbench4j.space.oneshot1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasbench4j.space.nb101.VertexOperation;

/** Reads the text of a cell. */
final class OneShotText {
  private static final Pattern CELL = Pattern.compile("([0-5]+(?:-[0-5]+)*):(.+)");

  private OneShotText() {}

  static OneShotCell cell(OneShotLayout layout, String text) {
    Matcher matcher = CELL.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          ("The architecture (%s) is not a cell of %s. Write the parents of each node with - between,"
                  + " a colon and the operations with commas between.")
              .formatted(text, layout.id()));
    }
    List<Integer> parents = new ArrayList<>();
    for (String digits : matcher.group(1).split("-", -1)) {
      parents.add(digits.chars().map(digit -> 1 << (digit - '0')).reduce(0, (a, b) -> a | b));
    }
    List<VertexOperation> operations = new ArrayList<>();
    for (String name : matcher.group(2).split(",", -1)) {
      operations.add(VertexOperation.parse(name));
    }
    return new OneShotCell(layout, operations, parents);
  }
}
