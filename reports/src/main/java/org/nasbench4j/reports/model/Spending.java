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
 * @param ownSeconds seconds of the method's own work, as measured
 * @param stops how many runs ended for which reason; every reason has a count
 */
public record Spending(
    String method,
    Summary evaluations,
    Summary trainingSeconds,
    Summary proxySeconds,
    Summary ownSeconds,
    Map<Stop, Long> stops) {

  /** Copies the map. */
  public Spending {
    stops = Map.copyOf(stops);
  }

  /**
   * Whether any run worked by itself.
   *
   * @return false for a method that only asks for evaluations
   */
  public boolean hasOwnWork() {
    return ownSeconds.max() > 0;
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
