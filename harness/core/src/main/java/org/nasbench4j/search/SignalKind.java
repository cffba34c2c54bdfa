package org.nasbench4j.search;

/** What the values are that a search is told. */
public enum SignalKind {
  /** Accuracies of trained networks, as the benchmark measured them. */
  ACCURACY,
  /** What stands in for accuracies: a proxy, or another number of the table. */
  PROXY
}
