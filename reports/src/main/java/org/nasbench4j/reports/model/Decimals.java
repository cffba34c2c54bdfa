package org.nasbench4j.reports.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as decimal text: a point, no grouping, no exponent, whatever the machine's language. */
public final class Decimals {
  private Decimals() {}

  /**
   * A number with a fixed number of decimals.
   *
   * @param value finite
   * @param places the decimals, at least 0
   * @return for example {@code 94.02}; never a negative zero
   */
  public static String fixed(double value, int places) {
    return rounded(value, places).toPlainString();
  }

  /**
   * A number with as many decimals as it needs.
   *
   * @param value finite
   * @param places the highest number of decimals, at least 0
   * @return for example {@code 0.5} or {@code 12000}
   */
  public static String trimmed(double value, int places) {
    BigDecimal rounded = rounded(value, places);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }
}
