package org.nasbench4j.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Measures every coefficient on the sample and on resamples of it. Serves one thread. */
final class CorrelationSampler {
  private final RankedPairs ranked;
  private final PairCounter counter;
  private final WeightedSpearman spearman;
  private final @Nullable WeightedPearson pearson;

  CorrelationSampler(double[] x, double[] y) {
    this.ranked = new RankedPairs(x, y);
    this.counter = new PairCounter(ranked);
    this.spearman = new WeightedSpearman(ranked);
    this.pearson =
        Samples.allFinite(x) && Samples.allFinite(y)
            ? new WeightedPearson(ranked.inOrder(x), ranked.inOrder(y))
            : null;
  }

  // The counts of the sample itself.
  PairCounts pairs() {
    return counter.count(KendallTau.once(ranked.size()));
  }

  // The coefficients of the sample itself that are defined.
  Map<Coefficient, Double> values() {
    return measure(KendallTau.once(ranked.size()));
  }

  // The intervals of the coefficients that have one.
  Map<Coefficient, Interval> intervals(Bootstrap bootstrap, RandomGenerator random) {
    List<Map<Coefficient, Double>> resampled = resample(bootstrap.resamples(), random);
    Map<Coefficient, Interval> intervals = new EnumMap<>(Coefficient.class);
    for (Coefficient coefficient : Coefficient.values()) {
      bootstrap
          .interval(defined(coefficient, resampled))
          .ifPresent(interval -> intervals.put(coefficient, interval));
    }
    return intervals;
  }

  private List<Map<Coefficient, Double>> resample(int resamples, RandomGenerator random) {
    List<Map<Coefficient, Double>> measured = new ArrayList<>(resamples);
    int[] weights = new int[ranked.size()];
    for (int i = 0; i < resamples; i++) {
      Bootstrap.draw(weights, random);
      measured.add(measure(weights));
    }
    return measured;
  }

  private static double[] defined(
      Coefficient coefficient, List<Map<Coefficient, Double>> measured) {
    return measured.stream()
        .filter(values -> values.containsKey(coefficient))
        .mapToDouble(values -> values.get(coefficient))
        .toArray();
  }

  private Map<Coefficient, Double> measure(int[] weights) {
    PairCounts pairs = counter.count(weights);
    Map<Coefficient, Double> values = new EnumMap<>(Coefficient.class);
    values.put(Coefficient.TAU_A, pairs.tauA());
    pairs.tauB().ifPresent(tau -> values.put(Coefficient.TAU_B, tau));
    pairs.tauC().ifPresent(tau -> values.put(Coefficient.TAU_C, tau));
    if (pairs.distinctX() > 1 && pairs.distinctY() > 1) {
      values.put(
          Coefficient.SPEARMAN, spearman.of(weights, counter.weightOfX(), counter.weightOfY()));
      pearson(weights).ifPresent(value -> values.put(Coefficient.PEARSON, value));
    }
    return values;
  }

  private OptionalDouble pearson(int[] weights) {
    return pearson == null ? OptionalDouble.empty() : pearson.of(weights);
  }
}
