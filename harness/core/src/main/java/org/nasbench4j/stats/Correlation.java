package org.nasbench4j.stats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * How far two scorings of the same items agree: five coefficients with the counts that they rest
 * on, so that no number travels without n, its tie rule and the ties themselves.
 *
 * <p>NaN is refused. Infinities rank above and below every finite value ({@code -inf} is how some
 * proxies say that they failed), and leave Pearson's coefficient undefined. If x or y is constant
 * only tau-a is defined. An undefined coefficient has no value, no interval, and a reason.
 *
 * <p>The interval is a percentile bootstrap over items, one resample for all coefficients. A
 * resample holds items twice, and an item ties with its copy; tau-b, tau-c and Spearman discount
 * ties, while the interval of tau-a is drawn towards 0 by about one part in n.
 *
 * @param pairs how the pairs of items compare, with n and the ties
 * @param values the coefficients that are defined
 * @param intervals their confidence intervals; empty if none were asked for
 * @param undefined why the other coefficients are undefined
 */
public record Correlation(
    PairCounts pairs,
    Map<Coefficient, Double> values,
    Map<Coefficient, Interval> intervals,
    Map<Coefficient, String> undefined) {

  /** Copies the maps and checks that each coefficient has a value or a reason. */
  public Correlation {
    values = copy(values);
    intervals = copy(intervals);
    undefined = copy(undefined);
    for (Coefficient coefficient : Coefficient.values()) {
      if (values.containsKey(coefficient) == undefined.containsKey(coefficient)) {
        throw new IllegalArgumentException(
            "%s must have either a value or a reason why it has none."
                .formatted(coefficient.title()));
      }
    }
  }

  /**
   * Measures without confidence intervals. O(n log n) time, O(n) memory.
   *
   * @param x first scores, at least two, none NaN
   * @param y second scores, as many as {@code x}
   * @return the coefficients
   * @throws IllegalArgumentException if lengths differ, there are fewer than two items, or a value
   *     is NaN
   */
  public static Correlation of(double[] x, double[] y) {
    Samples.requirePairs(x, y);
    return of(x, y, new CorrelationSampler(x, y), Map.of());
  }

  /**
   * Measures with confidence intervals. O(n log n) time for each resample, O(n) memory; the same
   * generator state gives the same intervals.
   *
   * @param x first scores, at least two, none NaN
   * @param y second scores, as many as {@code x}
   * @param bootstrap level and number of resamples
   * @param random where the resamples come from
   * @return the coefficients
   * @throws IllegalArgumentException if lengths differ, there are fewer than two items, or a value
   *     is NaN
   */
  public static Correlation of(
      double[] x, double[] y, Bootstrap bootstrap, RandomGenerator random) {
    Samples.requirePairs(x, y);
    CorrelationSampler sampler = new CorrelationSampler(x, y);
    return of(x, y, sampler, sampler.intervals(bootstrap, random));
  }

  /**
   * The number of items.
   *
   * @return at least 2
   */
  public int n() {
    return pairs.n();
  }

  /**
   * One coefficient.
   *
   * @param coefficient which
   * @return {@code [-1, 1]}, or empty if it is undefined
   */
  public OptionalDouble value(Coefficient coefficient) {
    Double value = values.get(coefficient);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The confidence interval of one coefficient.
   *
   * @param coefficient which
   * @return empty if the coefficient is undefined on the sample or on most resamples, or if no
   *     interval was asked for
   */
  public Optional<Interval> interval(Coefficient coefficient) {
    return Optional.ofNullable(intervals.get(coefficient));
  }

  /**
   * Why a coefficient is undefined.
   *
   * @param coefficient which
   * @return a clause such as {@code x is constant}, or empty if the coefficient has a value
   */
  public Optional<String> whyUndefined(Coefficient coefficient) {
    return Optional.ofNullable(undefined.get(coefficient));
  }

  private static Correlation of(
      double[] x, double[] y, CorrelationSampler sampler, Map<Coefficient, Interval> intervals) {
    PairCounts pairs = sampler.pairs();
    Map<Coefficient, Double> values = sampler.values();
    Map<Coefficient, String> undefined = new EnumMap<>(Coefficient.class);
    for (Coefficient coefficient : Coefficient.values()) {
      if (!values.containsKey(coefficient)) {
        undefined.put(coefficient, reason(x, y, pairs));
      }
    }
    return new Correlation(pairs, values, intervals, undefined);
  }

  private static String reason(double[] x, double[] y, PairCounts pairs) {
    if (pairs.distinctX() < 2) {
      return pairs.distinctY() < 2 ? "x and y are constant" : "x is constant";
    }
    if (pairs.distinctY() < 2) {
      return "y is constant";
    }
    if (!Samples.allFinite(x)) {
      return "x holds infinite values";
    }
    return Samples.allFinite(y)
        ? "the spread of x or y is too small for double precision"
        : "y holds infinite values";
  }

  private static <V> Map<Coefficient, V> copy(Map<Coefficient, V> map) {
    Map<Coefficient, V> copy = new EnumMap<>(Coefficient.class);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }
}
