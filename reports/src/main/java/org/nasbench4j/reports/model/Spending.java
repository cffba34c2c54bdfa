package org.nasbench4j.reports.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.RunRecord.Stop;

/**
 * What the runs of one method on one task spent.
 *
 * @param method the method's label
 * @param evaluations charged evaluations
 * @param trainingSeconds simulated training seconds
 * @param proxySeconds seconds of computing proxies
 * @param stops how many runs ended for which reason; every reason has a count
 */
public record Spending(
    String method,
    Summary evaluations,
    Summary trainingSeconds,
    Summary proxySeconds,
    Map<Stop, Long> stops) {

  /** Copies the map. */
  public Spending {
    stops = Map.copyOf(stops);
  }

  /**
   * The counts in the order of the reasons.
   *
   * @return a copy
   */
  public SortedMap<Stop, Long> orderedStops() {
    return new TreeMap<>(stops);
  }
}
