package org.nasbench4j.jmh.compare;

import java.util.Collection;
import java.util.List;

/**
 * A measured number with the iterations behind it.
 *
 * @param score JMH's summary of all iterations
 * @param error half of JMH's confidence interval; NaN where it could not be computed
 * @param unit the unit of all numbers
 * @param forks for each fork the value of each iteration; empty where the file does not say
 */
record Metric(double score, double error, String unit, List<List<Double>> forks) {

  /** Copies the values. */
  Metric {
    forks = forks.stream().map(List::copyOf).toList();
  }

  /** All iterations of all forks. */
  double[] values() {
    return forks.stream().flatMap(Collection::stream).mapToDouble(Double::doubleValue).toArray();
  }

  /** The mean of each fork's iterations. */
  double[] forkMeans() {
    return forks.stream()
        .filter(fork -> !fork.isEmpty())
        .mapToDouble(fork -> fork.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toArray();
  }
}
