package org.nasbench4j.jmh.compare;

/** What can be said about one benchmark in two files, A before and B after. */
enum Verdict {
  /** B is worse by more than the threshold, and not by chance. */
  WORSE,
  /** B is better by more than the threshold, and not by chance. */
  BETTER,
  /** The scores differ by no more than the threshold. */
  SAME,
  /** The scores differ by more than the threshold, but chance explains it. */
  NOISY,
  /** A file has fewer than two iterations, so nothing is known about chance. */
  NOT_ENOUGH_DATA,
  /** The files measured it in different units. */
  DIFFERENT_UNITS,
  /** B does not have it. */
  ONLY_IN_A,
  /** A does not have it. */
  ONLY_IN_B
}
