package org.nasbench4j.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts, and keeps the first few examples. */
final class Tally {
  private final List<String> examples = new ArrayList<>();
  private long count;

  /** Counts one; the example is made only if it will be shown. */
  void add(Supplier<String> example) {
    if (examples.size() < Occurrences.SHOWN) {
      examples.add(example.get());
    }
    count++;
  }

  long count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  Occurrences of(long total, String unit) {
    return new Occurrences(count, total, unit, examples);
  }
}
