package org.nasbench4j.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as findings write them, the same in every locale. */
final class Numerals {
  private static final int DIGITS = 6;

  private Numerals() {}

  /** An accuracy or a share, with its unit. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", value);
  }

  /** Six digits, without zeros at the end. */
  static String rough(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros().toString();
  }

  /** A count without decimals, anything else as it is. */
  static String exact(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
