package org.nasbench4j.study;

import java.util.List;
import java.util.Optional;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.Split;

/**
 * One problem of a study: what is optimised, with how much, and what the answer is judged by.
 *
 * @param name unique in the plan; letters, digits, dots and hyphens, then perhaps the {@link
 *     Signal}
 * @param search what every method optimises
 * @param budget what each run may spend
 * @param overshoot what happens to the trial that would spend more
 * @param targets the final measurements, at least one
 * @param verification the second stage, if there is one
 * @param incumbents which trials count as incumbents
 */
public record TaskPlan(
    String name,
    Quantity search,
    Budget budget,
    OvershootRule overshoot,
    List<Target> targets,
    Optional<Verification> verification,
    IncumbentRule incumbents) {

  /** Checks the name, the targets, and that there is one rule that decides. */
  public TaskPlan {
    Signal signal = Signal.of(name);
    StudyPlan.requireName("task", signal.base());
    if (signal.isProxy() && !signal.name().equals(search.toString())) {
      throw new IllegalArgumentException(
          "The task (%s) must search on (%s), but searches on (%s)."
              .formatted(name, signal.name(), search));
    }
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          "The task (%s) must have at least one report, for example cifar10:200.".formatted(name));
    }
    if (incumbents == IncumbentRule.TEST_ORACLE && verification.isPresent()) {
      throw new IllegalArgumentException(
          "The task (%s) has incumbents by test-oracle and a verification; only one can decide."
              .formatted(name));
    }
  }

  /**
   * A task without a second stage, with incumbents by what is optimised.
   *
   * @param name unique in the plan
   * @param search what every method optimises
   * @param budget what each run may spend
   * @param overshoot what happens to the trial that would spend more
   * @param targets the final measurements, at least one
   */
  public TaskPlan(
      String name, Quantity search, Budget budget, OvershootRule overshoot, List<Target> targets) {
    this(name, search, budget, overshoot, targets, Optional.empty(), IncumbentRule.OBJECTIVE);
  }

  /**
   * Whether a run may end before its first evaluation, where what that costs is not known before.
   *
   * @return true for a budget in seconds whose rule rejects what would cost more
   */
  boolean mayRejectTheFirst() {
    return overshoot == OvershootRule.REJECT && budget instanceof Budget.SimulatedSeconds;
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
