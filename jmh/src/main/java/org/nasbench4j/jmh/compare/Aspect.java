package org.nasbench4j.jmh.compare;

import java.util.Locale;

/** What is compared. */
enum Aspect {
  /** The primary score. */
  SPEED("speed", "slower", "faster", 0),
  /** The bytes that an operation allocates; the profiler's own traces are far below one byte. */
  ALLOCATION("allocation", "more", "less", 1);

  private final String title;
  private final String worse;
  private final String better;
  private final double negligible;

  Aspect(String title, String worse, String better, double negligible) {
    this.title = title;
    this.worse = worse;
    this.better = better;
    this.negligible = negligible;
  }

  /** What the aspect is called. */
  String title() {
    return title;
  }

  /** A difference of scores that never matters, in the score's unit. */
  double negligible() {
    return negligible;
  }

  /** The verdict in words that fit the aspect. */
  String word(Verdict verdict) {
    return switch (verdict) {
      case WORSE -> worse;
      case BETTER -> better;
      case ONLY_IN_A -> "only in A";
      case ONLY_IN_B -> "only in B";
      case SAME, NOISY, NOT_ENOUGH_DATA, DIFFERENT_UNITS ->
          verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
