package org.nasbench4j.doctor;

import java.util.Arrays;

/** Tells which of many hashes occur more than once. */
final class EqualHashes {
  private final long[] ascending;

  EqualHashes(long[] hashes) {
    ascending = hashes.clone();
    Arrays.sort(ascending);
  }

  /** Whether one of the hashes occurs again. */
  boolean isRepeated(long hash) {
    int at = Arrays.binarySearch(ascending, hash);
    return isEqual(at, at - 1) || isEqual(at, at + 1);
  }

  private boolean isEqual(int i, int j) {
    return j >= 0 && j < ascending.length && ascending[i] == ascending[j];
  }
}
