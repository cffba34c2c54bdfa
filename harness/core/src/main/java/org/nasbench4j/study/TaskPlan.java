package org.nasbench4j.study;

import java.util.List;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.Split;

/**
 * One problem of a study: what is optimised, with how much, and what the answer is judged by.
 *
 * @param name unique in the plan; letters, digits, dots and hyphens
 * @param search what every method optimises
 * @param budget what each run may spend
 * @param overshoot what happens to the trial that would spend more
 * @param targets the final measurements, at least one
 */
public record TaskPlan(
    String name, Quantity search, Budget budget, OvershootRule overshoot, List<Target> targets) {

  /** Checks the name and the targets. */
  public TaskPlan {
    StudyPlan.requireName("task", name);
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          "The task (%s) must have at least one report, for example cifar10:200.".formatted(name));
    }
  }

  /**
   * Whether the search looks at test images.
   *
   * @return true for a stored accuracy on the test split or on validation and test together
   */
  public boolean searchesOnTest() {
    if (search instanceof Quantity.Accuracy accuracy) {
      Split split = accuracy.query().measure().split();
      return split == Split.TEST || split == Split.VALID_AND_TEST;
    }
    return false;
  }
}
