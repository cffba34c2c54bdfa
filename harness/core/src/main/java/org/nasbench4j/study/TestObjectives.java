package org.nasbench4j.study;

/** Whether a search may optimise what only the final report should read. */
public enum TestObjectives {
  /** A plan that searches on the test split, or on validation and test together, is refused. */
  REFUSED,
  /** It is allowed, and every report of the study is stamped with it. */
  ALLOWED
}
