package org.nasbench4j.stats;

/** What the arrays that callers hand in must be. */
final class Samples {

  private Samples() {}

  // Two scorings of the same items: as long as each other, at least two items, no NaN.
  static void requirePairs(double[] x, double[] y) {
    requireSameLength("x", x, "y", y);
    requireAtLeast(2, "x", x);
    requireNumbers("x", x);
    requireNumbers("y", y);
  }

  static void requireSameLength(String name, double[] values, String otherName, double[] other) {
    if (values.length != other.length) {
      throw new IllegalArgumentException(
          "The lengths of %s (%d) and %s (%d) must be equal: one value for each item."
              .formatted(name, values.length, otherName, other.length));
    }
  }

  static void requireAtLeast(int least, String name, double[] values) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          "The number of values in %s (%d) must be at least %d."
              .formatted(name, values.length, least));
    }
  }

  static void requireNumbers(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException(
            "The value %s[%d] is NaN. Leave the item out, or give it a value that says it failed."
                .formatted(name, i));
      }
    }
  }

  static void requireFinite(String name, double[] values) {
    requireNumbers(name, values);
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            "The value %s[%d] (%s) must be finite. Leave the item out, or use a rank measure."
                .formatted(name, i, values[i]));
      }
    }
  }

  static boolean allFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
