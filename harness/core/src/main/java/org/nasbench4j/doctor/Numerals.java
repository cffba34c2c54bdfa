package org.nasbench4j.doctor;

import java.util.Locale;

/** Numbers as findings write them, the same in every locale. */
final class Numerals {
  private Numerals() {}

  /** An accuracy or a share, with its unit. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", value);
  }

  /** A number of which the size matters. */
  static String rough(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** A count without decimals, anything else as it is. */
  static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
