package org.nasbench4j.study;

import java.util.List;
import org.nasbench4j.word.Words;

/** Which trials a report counts as a run's incumbents. The search itself sees no difference. */
public enum IncumbentRule {
  /** The best by what the search optimises: all that a search can know. */
  OBJECTIVE("objective"),
  /**
   * The best by test accuracy, of the very training that was looked at where a look draws one: what
   * no search can know. The published curves of NAS-Bench-1Shot1 are drawn so.
   */
  TEST_ORACLE("test-oracle");

  private final String id;

  IncumbentRule(String id) {
    this.id = id;
  }

  /**
   * The name used in plans.
   *
   * @return lower case with hyphens
   */
  public String id() {
    return id;
  }

  /**
   * Reads {@link #id()}.
   *
   * @param text the name
   * @return the rule
   * @throws IllegalArgumentException if there is no such rule; the message lists all
   */
  public static IncumbentRule parse(String text) {
    return Words.of("rule of incumbents", List.of(values()), IncumbentRule::id).choose(text);
  }
}
