package org.nasbench4j.budget;

import java.util.List;
import org.nasbench4j.word.Words;

/** What happens to the trial that would spend more than the budget. Either way it is the last. */
public enum OvershootRule {
  /** It is charged and counts: the loop of NATS-Bench, {@code while total < budget}. */
  CHARGE("charge"),
  /**
   * It is neither charged nor counted: the loop of the NAS-Bench-201 paper for random search and
   * regularized evolution.
   */
  REJECT("reject"),
  /**
   * It is not charged but counts, so that an unpaid trial can win: what the NAS-Bench-201 paper's
   * REINFORCE code does.
   */
  KEEP_UNPAID("keep-unpaid");

  private final String id;

  OvershootRule(String id) {
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
  public static OvershootRule parse(String text) {
    return Words.of("overshoot rule", List.of(values()), OvershootRule::id).choose(text);
  }
}
