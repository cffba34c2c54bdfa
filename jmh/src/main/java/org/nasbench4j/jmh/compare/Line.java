package org.nasbench4j.jmh.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * One benchmark in two files.
 *
 * @param benchmark what was measured
 * @param unit the unit of both scores, or both units
 * @param before the score in A, or a dash
 * @param after the score in B, or a dash
 * @param ratio B through A, or a dash
 * @param verdict what can be said
 */
record Line(
    BenchmarkId benchmark,
    String unit,
    String before,
    String after,
    String ratio,
    Verdict verdict) {

  private static final String NONE = "-";
  private static final int SCORE_DIGITS = 4;
  private static final int ERROR_DIGITS = 2;

  /** Smaller numbers are written with an exponent: JMH sees traces such as 1e-7 bytes. */
  private static final double SMALL = 0.001;

  static Line ofBoth(BenchmarkId id, Metric before, Metric after, Verdict verdict) {
    boolean comparable = verdict != Verdict.DIFFERENT_UNITS;
    return new Line(
        id,
        comparable ? before.unit() : before.unit() + ", " + after.unit(),
        score(before),
        score(after),
        comparable ? ratio(before.score(), after.score()) : NONE,
        verdict);
  }

  static Line onlyInA(BenchmarkId id, Metric metric) {
    return new Line(id, metric.unit(), score(metric), NONE, NONE, Verdict.ONLY_IN_A);
  }

  static Line onlyInB(BenchmarkId id, Metric metric) {
    return new Line(id, metric.unit(), NONE, score(metric), NONE, Verdict.ONLY_IN_B);
  }

  /** The cells of the printed table. */
  List<String> cells(Aspect aspect) {
    return List.of(
        benchmark.label(), benchmark.mode(), unit, before, after, ratio, aspect.word(verdict));
  }

  private static String ratio(double before, double after) {
    double ratio = after / before;
    return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : NONE;
  }

  private static String score(Metric metric) {
    String score = digits(metric.score(), SCORE_DIGITS);
    return Double.isFinite(metric.error())
        ? score + " ± " + digits(metric.error(), ERROR_DIGITS)
        : score;
  }

  private static String digits(double value, int digits) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) < SMALL) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    int beforePoint = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, digits - beforePoint)).toPlainString();
  }
}
