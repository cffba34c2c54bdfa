package org.nasbench4j.budget;

import java.util.List;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.word.Words;

/** What asking for an architecture again costs. */
public enum DuplicatePricing {
  /** Every evaluation is charged, as the published code does. */
  FULL("full"),
  /** An architecture that was charged before, exactly as written, is free. */
  FREE("free"),
  /** An architecture of whose class a member was charged before is free. */
  FREE_BY_CLASS("free-by-class");

  private final String id;

  DuplicatePricing(String id) {
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
   * What two architectures must share for the second to be free.
   *
   * @param architecture the architecture that is asked for
   * @return a key with value equality
   */
  Object key(Architecture architecture) {
    return this == FREE_BY_CLASS ? architecture.canonical() : architecture;
  }

  /**
   * Reads {@link #id()}.
   *
   * @param text the name
   * @return the pricing
   * @throws IllegalArgumentException if there is no such pricing; the message lists all
   */
  public static DuplicatePricing parse(String text) {
    return Words.of("pricing of duplicates", List.of(values()), DuplicatePricing::id).choose(text);
  }
}
