package org.nasbench4j.doctor;

import java.util.List;
import java.util.Locale;
import org.nasbench4j.word.Words;

/** How much a finding matters; the worst comes first. */
public enum Severity {
  /** The numbers contradict each other, or the names that they have. */
  ERROR,
  /** The numbers are as published, and an unwary use of them misleads. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  /**
   * The name used on the command line and in JSON.
   *
   * @return lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@link #id()}, in any case.
   *
   * @param text the name
   * @return the severity
   * @throws IllegalArgumentException if there is no such severity; the message lists all
   */
  public static Severity parse(String text) {
    return Words.of("severity", List.of(values()), Severity::id).choose(text);
  }

  /**
   * Whether this is at least as bad.
   *
   * @param other what to compare with
   * @return true for {@code other} itself and all that is worse
   */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  @Override
  public String toString() {
    return id();
  }
}
