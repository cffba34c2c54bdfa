package org.nasbench4j.training;

import java.util.List;
import java.util.stream.IntStream;

/** After which epochs the test images are looked at; the validation images are after each. */
public enum TestedEpochs {
  /** After each. */
  EACH,
  /** After the last alone, when nothing can be decided by them any more. */
  LAST,
  /** After none. */
  NEVER;

  /**
   * The epochs of a schedule after which the test images are looked at.
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
