package org.nasbench4j.algorithms.localsearch;

/** When a climb moves to a better neighbour. */
enum Acceptance {
  /** As soon as one is found. */
  FIRST,
  /** To the best one, after all neighbours were evaluated. */
  BEST
}
