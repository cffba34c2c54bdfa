package org.nasbench4j.stats;

/**
 * Against what regret is measured: the final validation and test values of every item of a table.
 *
 * <p>A search that selects by validation can at best return the best item by validation, whose test
 * value is seldom the best one. This part of the test regret is no fault of a search and is kept
 * apart. If several items tie for the best validation value, {@link #selected()} is the mean of
 * their test values: a search returns any of them. Immutable and thread-safe.
 */
public final class RegretBaseline {
  private final double[] validationValues;
  private final double[] testValues;
  private final Optimum validation;
  private final Optimum test;
  private final double selected;

  private RegretBaseline(double[] validationValues, double[] testValues) {
    this.validationValues = validationValues;
    this.testValues = testValues;
    this.validation = Optimum.of(validationValues);
    this.test = Optimum.of(testValues);
    this.selected =
        validation.indices().stream().mapToDouble(i -> testValues[i]).average().orElseThrow();
  }

  /**
   * Takes the final values of all items.
   *
   * @param validation finite, at least one; higher is better
   * @param test as many, finite, in the same order
   * @return the baseline
   * @throws IllegalArgumentException if the lengths differ, there is no item, or a value is not
   *     finite
   */
  public static RegretBaseline of(double[] validation, double[] test) {
    Samples.requireSameLength("validation", validation, "test", test);
    Samples.requireAtLeast(1, "validation", validation);
    Samples.requireFinite("validation", validation);
    Samples.requireFinite("test", test);
    return new RegretBaseline(validation.clone(), test.clone());
  }

  /**
   * The best validation value.
   *
   * @return the value and every item that ties for it
   */
  public Optimum validation() {
    return validation;
  }

  /**
   * The best test value.
   *
   * @return the value and every item that ties for it
   */
  public Optimum test() {
    return test;
  }

  /**
   * The test value of the best item by validation; the mean where several tie.
   *
   * @return the best that selection by validation can promise
   */
  public double selected() {
    return selected;
  }

  /**
   * The unavoidable selection regret.
   *
   * @return best test value minus {@link #selected()}, at least 0
   */
  public double unavoidable() {
    return test.value() - selected;
  }

  /**
   * The regret of a pick.
   *
   * @param pick the index of an item
   * @return what it loses on validation and test
   * @throws IllegalArgumentException if there is no such item
   */
  public Regret of(int pick) {
    if (pick < 0 || pick >= testValues.length) {
      throw new IllegalArgumentException(
          "The pick (%d) must be the index of one of the %d items."
              .formatted(pick, testValues.length));
    }
    return new Regret(
        validation.value() - validationValues[pick],
        test.value() - testValues[pick],
        selected - testValues[pick],
        unavoidable());
  }
}
