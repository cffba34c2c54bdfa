package org.nasbench4j.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The images that an accuracy or loss was measured on. */
public enum Split {
  /** The images that the network was trained on. */
  TRAIN("train"),
  /** Held-out images that a search may look at. */
  VALID("valid"),
  /** Images that only the final report may look at. */
  TEST("test"),
  /** Validation and test images together: it leaks the test set into a search. */
  VALID_AND_TEST("valid+test");

  private final String id;

  Split(String id) {
    this.id = id;
  }

  /**
   * The name used on the command line, in plans and in files.
   *
   * @return lower case, for example {@code valid+test}
   */
  public String id() {
    return id;
  }

  /**
   * Reads {@link #id()}, in any case.
   *
   * @param text the name
   * @return the split
   * @throws IllegalArgumentException if there is no such split; the message lists all
   */
  public static Split parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (Split split : values()) {
      if (split.id.equals(wanted)) {
        return split;
      }
    }
    throw new IllegalArgumentException(
        "The split (%s) is unknown. Use one of %s."
            .formatted(
                text, Arrays.stream(values()).map(s -> s.id).collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return id;
  }
}
