package org.nasbench4j.table;

import java.util.List;
import org.nasbench4j.word.Words;

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
    return Words.of("split", List.of(values()), Split::id).choose(text);
  }

  @Override
  public String toString() {
    return id;
  }
}
