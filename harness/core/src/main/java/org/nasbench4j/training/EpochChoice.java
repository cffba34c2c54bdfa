package org.nasbench4j.training;

import java.util.List;
import java.util.stream.IntStream;

/** Which epochs of a schedule are meant. */
public enum EpochChoice {
  /** Each of them. */
  EACH,
  /** The last alone, after which nothing can be decided any more. */
  LAST,
  /** None. */
  NEVER;

  /**
   * The epochs of a schedule that are meant.
   *
   * @param epochs the length of the schedule, at least 1
   * @return ascending from 0
   */
  public List<Integer> of(int epochs) {
    int first =
        switch (this) {
          case EACH -> 0;
          case LAST -> epochs - 1;
          case NEVER -> epochs;
        };
    return IntStream.range(first, epochs).boxed().toList();
  }
}
