package org.nasbench4j.neural.supernet.space;

import java.util.List;

/**
 * A part of what is learned of a space: a map of logits of which each row is one decision. A
 * softmax goes over the columns that a row uses.
 *
 * @param name unique in the space, lower case with hyphens
 * @param columns the width of the map, at least 1
 * @param used for each row how many leading columns it uses, {@code [1, columns]}
 */
public record DecisionMap(String name, int columns, List<Integer> used) {

  /** Copies the numbers and checks their range. */
  public DecisionMap {
    used = List.copyOf(used);
    if (used.isEmpty()) {
      throw new IllegalArgumentException(
          "The map (%s) must have at least one row.".formatted(name));
    }
    for (int width : used) {
      if (width < 1 || width > columns) {
        throw new IllegalArgumentException(
            "The used columns %s of the map (%s) must be 1 to %d.".formatted(used, name, columns));
      }
    }
  }

  /**
   * The number of decisions.
   *
   * @return at least 1
   */
  public int rows() {
    return used.size();
  }
}
