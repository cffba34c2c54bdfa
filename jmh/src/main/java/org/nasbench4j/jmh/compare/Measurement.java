package org.nasbench4j.jmh.compare;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark's result.
 *
 * @param id what was measured
 * @param primary its speed
 * @param secondary what profilers and counters saw, by name
 * @param environment the JVM and, as far as it is known, the machine
 */
record Measurement(
    BenchmarkId id,
    Metric primary,
    SortedMap<String, Metric> secondary,
    SortedMap<String, String> environment) {

  /** Copies the maps. */
  Measurement {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
