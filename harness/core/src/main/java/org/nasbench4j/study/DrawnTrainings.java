package org.nasbench4j.study;

import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.budget.OvershootRule;

/** What does not go together with an objective that draws a training at each evaluation. */
final class DrawnTrainings {
  private DrawnTrainings() {}

  /**
   * Checks a task.
   *
   * @throws IllegalArgumentException if a repeat would be free although it is another training, or
   *     a first evaluation could be rejected, so that the run never ends
   */
  static void requireFit(Task task, DuplicatePricing duplicates) {
    if (task.objective().draws().isEmpty()) {
      return;
    }
    TaskPlan plan = task.plan();
    if (duplicates != DuplicatePricing.FULL) {
      throw new IllegalArgumentException(
          "The task (%s) draws a training at each evaluation, so that no evaluation is a duplicate that could be free. Use duplicates: %s, not (%s)."
              .formatted(plan.name(), DuplicatePricing.FULL.id(), duplicates.id()));
    }
    if (plan.mayRejectTheFirst()) {
      throw new IllegalArgumentException(
          "The task (%s) draws a training at each evaluation, whose cost is not known before, so that the budget (%s) may not pay for one. Use overshoot: %s, not (%s)."
              .formatted(
                  plan.name(),
                  plan.budget(),
                  OvershootRule.CHARGE.id(),
                  OvershootRule.REJECT.id()));
    }
  }
}
