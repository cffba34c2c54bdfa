package org.nasbench4j.data.pickle;

/** Python's {@code None}. */
public enum PickleNone {
  /** The only value. */
  NONE
}
