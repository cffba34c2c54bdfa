package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Table;

/** What a task's results are held against, computed from the whole table. */
final class Yardsticks {
  private final Task task;
  private final Table table;

  private Yardsticks(Task task) {
    this.task = task;
    this.table = task.table();
  }

  static StudyHeader.Task of(Task task) {
    return new Yardsticks(task).header();
  }

  private StudyHeader.Task header() {
    TaskPlan plan = task.plan();
    return new StudyHeader.Task(
        plan.name(),
        task.objective().description(),
        plan.budget().toString(),
        plan.overshoot().id(),
        meanSeconds(),
        targets(),
        List.of(),
        stamps(plan));
  }

  private static List<String> stamps(TaskPlan plan) {
    List<String> stamps = new ArrayList<>();
    if (plan.searchesOnTest()) {
      stamps.add("The search of this task optimised test images: its test results are not honest.");
    }
    if (plan.overshoot() == OvershootRule.KEEP_UNPAID) {
      stamps.add("The last trial of a run counts although the budget did not pay for it.");
    }
    return stamps;
  }

  private double meanSeconds() {
    double sum = 0;
    double dearest = 0;
    for (int row = 0; row < table.rows(); row++) {
      double seconds = task.objective().evaluate(table.architecture(row)).seconds();
      sum += seconds;
      dearest = Math.max(dearest, seconds);
    }
    requireOneEvaluation(task.plan(), dearest);
    return sum / table.rows();
  }

  /** Fails where a run could be rejected at its first trial and the study could never finish. */
  private static void requireOneEvaluation(TaskPlan plan, double dearest) {
    if (plan.overshoot() == OvershootRule.REJECT && plan.budget().exceededBy(1, dearest)) {
      throw new IllegalArgumentException(
          "The budget (%s) of the task (%s) does not pay for the dearest evaluation (%s seconds)."
              .formatted(plan.budget(), plan.name(), dearest));
    }
  }

  private List<StudyHeader.TargetSummary> targets() {
    List<StudyHeader.TargetSummary> summaries = new ArrayList<>();
    for (int i = 0; i < task.targets().size(); i++) {
      Target target = task.plan().targets().get(i);
      Task.Columns columns = task.targets().get(i);
      List<Integer> bestValid = best(columns.valid());
      summaries.add(
          new StudyHeader.TargetSummary(
              target.dataset().id(),
              target.valid().toString(),
              target.test().toString(),
              named(columns.valid(), bestValid),
              named(columns.test(), best(columns.test())),
              bestValid.stream().mapToDouble(columns.test()::value).average().orElseThrow(),
              mean(columns.valid()),
              mean(columns.test())));
    }
    return summaries;
  }

  /** The rows with the highest accuracy; equal fractions are equal doubles, so ties are exact. */
  private List<Integer> best(AccuracyColumn column) {
    List<Integer> best = new ArrayList<>();
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < table.rows(); row++) {
      double value = column.value(row);
      if (value > highest) {
        highest = value;
        best.clear();
      }
      if (value == highest) {
        best.add(row);
      }
    }
    return best;
  }

  private StudyHeader.Best named(AccuracyColumn column, List<Integer> rows) {
    return new StudyHeader.Best(
        column.value(rows.get(0)),
        rows.stream().map(row -> table.architecture(row).text()).toList());
  }

  private double mean(AccuracyColumn column) {
    double sum = 0;
    for (int row = 0; row < table.rows(); row++) {
      sum += column.value(row);
    }
    return sum / table.rows();
  }
}
