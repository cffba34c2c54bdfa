package org.nasbench4j.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The highest value and every item that has it. Items tie only if their values are exactly equal,
 * so accuracies must come from exact fractions.
 *
 * @param value the highest value, not NaN
 * @param indices the items that have it, ascending, at least one
 */
public record Optimum(double value, List<Integer> indices) {

  /** Copies and checks the indices. */
  public Optimum {
    indices = List.copyOf(indices);
    if (indices.isEmpty()) {
      throw new IllegalArgumentException("The optimum (%s) must name an item.".formatted(value));
    }
  }

  /**
   * Finds the optimum. O(n) time.
   *
   * @param values at least one, none NaN; higher is better
   * @return the optimum
   * @throws IllegalArgumentException if there is no value or one is NaN
   */
  public static Optimum of(double[] values) {
    Samples.requireAtLeast(1, "values", values);
    Samples.requireNumbers("values", values);
    double best = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      best = Math.max(best, value);
    }
    double highest = best;
    return new Optimum(
        highest,
        IntStream.range(0, values.length).filter(i -> values[i] == highest).boxed().toList());
  }
}
