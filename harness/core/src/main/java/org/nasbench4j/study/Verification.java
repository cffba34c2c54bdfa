package org.nasbench4j.study;

import org.nasbench4j.table.Query;
import org.nasbench4j.table.Split;

/**
 * A second stage after a search on a proxy: the best by proxy are trained, as the table says, and
 * the best of these by validation is the answer.
 *
 * @param top how many different architectures are looked up, at least 1
 * @param by the validation accuracy that decides, and that each look is charged for
 */
public record Verification(int top, Query by) {

  /** Checks the number and the split. */
  public Verification {
    if (top < 1) {
      throw new IllegalArgumentException(
          "The verification's top (%d) must be at least 1.".formatted(top));
    }
    if (by.measure().split() != Split.VALID) {
      throw new IllegalArgumentException(
          "The verification by (%s) must be by a validation accuracy, for example cifar10:valid:12."
              .formatted(by));
    }
  }
}
