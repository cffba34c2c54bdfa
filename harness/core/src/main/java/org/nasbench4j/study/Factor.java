package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.objective.Repeats;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.table.Query;

/**
 * What every task of a plan is searched on, one after the other: the factor "signal".
 *
 * @param signals empty for the task's own signal
 * @param budget the budget on proxies; empty for the task's own
 * @param verify what follows a search on a proxy, if anything
 */
record Factor(List<Optional<Quantity>> signals, Optional<Budget> budget, Optional<Verify> verify) {

  /** Every task as it stands. */
  static final Factor ABSENT =
      new Factor(List.of(Optional.empty()), Optional.empty(), Optional.empty());

  /**
   * A second stage, before it is known for which task.
   *
   * @param top how many architectures are looked up
   * @param by what decides; empty for the task's own signal
   */
  record Verify(int top, Optional<Query> by) {

    Verification of(TaskPlan task) {
      if (by.isPresent()) {
        return new Verification(top, by.get());
      }
      if (task.search() instanceof Quantity.Accuracy own && own.repeats() == Repeats.STATED) {
        return new Verification(top, own.query());
      }
      throw new IllegalArgumentException(
          "The plan's (verify) must say (by), for example cifar10:valid:12, since the task (%s) does"
                  .formatted(task.name())
              + " not search on an accuracy whose seeds are stated.");
    }
  }

  /** All tasks on all signals, those of a task together. */
  List<TaskPlan> applied(List<TaskPlan> tasks) {
    List<TaskPlan> variants = new ArrayList<>();
    for (TaskPlan task : tasks) {
      for (Optional<Quantity> signal : signals) {
        variants.add(signal.map(proxy -> variant(task, proxy)).orElse(task));
      }
    }
    return variants;
  }

  private TaskPlan variant(TaskPlan task, Quantity proxy) {
    if (task.incumbents() == IncumbentRule.TEST_ORACLE) {
      throw new IllegalArgumentException(
          "The plan's (proxies) do not go with (incumbents: test-oracle) of the task (%s): an oracle"
                  .formatted(task.name())
              + " judges drawn trainings on one signal and means on the other. Leave one of them out.");
    }
    return new TaskPlan(
        new Signal(task.name(), proxy.toString()).task(),
        proxy,
        budget.orElse(task.budget()),
        task.overshoot(),
        task.targets(),
        verify.map(stage -> stage.of(task)),
        task.incumbents());
  }
}
