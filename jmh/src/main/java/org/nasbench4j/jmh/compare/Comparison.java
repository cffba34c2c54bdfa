package org.nasbench4j.jmh.compare;

import java.util.List;

/**
 * Two results side by side.
 *
 * @param speed one line for each benchmark of either file
 * @param allocation one line for each benchmark whose allocation is known in both files
 * @param warnings why the comparison may be unfair, one sentence each
 */
record Comparison(List<Line> speed, List<Line> allocation, List<String> warnings) {

  /** Copies the lists. */
  Comparison {
    speed = List.copyOf(speed);
    allocation = List.copyOf(allocation);
    warnings = List.copyOf(warnings);
  }

  /** Whether at least one benchmark got slower. */
  boolean hasSlower() {
    return speed.stream().anyMatch(line -> line.verdict() == Verdict.WORSE);
  }
}
