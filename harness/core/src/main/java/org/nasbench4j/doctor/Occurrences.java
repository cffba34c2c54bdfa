package org.nasbench4j.doctor;

import java.util.List;

/**
 * How often something was found, and where first.
 *
 * @param count how often, {@code [0, of]}
 * @param of how often it could have been found
 * @param unit what is counted, in the plural
 * @param examples the first few, at most {@link #SHOWN}
 */
public record Occurrences(long count, long of, String unit, List<String> examples) {

  /** The most examples that are kept. */
  public static final int SHOWN = 5;

  /** Checks the range and copies the list. */
  public Occurrences {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(
          "The count (%d) of %s must lie in 0..%d.".formatted(count, unit, of));
    }
    examples = List.copyOf(examples);
  }

  /**
   * Whether there are more examples than are shown.
   *
   * @return false where all are shown, or none would say more
   */
  public boolean isCutOff() {
    return examples.size() == SHOWN && count > SHOWN;
  }
}
