package org.nasbench4j.study;

import java.util.List;
import java.util.Optional;
import org.nasbench4j.budget.Account;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.TableObjective;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;

/** A task whose names have been resolved against a table. Immutable and thread-safe. */
final class Task {
  private final TaskPlan plan;
  private final Table table;
  private final Objective objective;
  private final Optional<SecondStage> secondStage;
  private final List<Columns> targets;
  private final List<Repeat> repeats;

  private Task(
      TaskPlan plan,
      Table table,
      Objective objective,
      Optional<SecondStage> secondStage,
      List<Columns> targets) {
    this.plan = plan;
    this.table = table;
    this.objective = objective;
    this.secondStage = secondStage;
    this.targets = targets;
    this.repeats = objective.repeats().stream().map(this::repeat).toList();
  }

  private Repeat repeat(Objective.Repeat repeat) {
    boolean own = plan.incumbents() == IncumbentRule.TEST_ORACLE && repeat.seed().isPresent();
    return new Repeat(
        repeat.objective(), own ? columns(plan, table, repeat.seed().orElseThrow()) : targets);
  }

  /**
   * One of the trainings that a look draws from.
   *
   * @param objective what a look finds then
   * @param judged what incumbents are judged by then
   */
  private record Repeat(Objective objective, List<Columns> judged) {}

  /** The columns of one target. */
  record Columns(AccuracyColumn valid, AccuracyColumn test) {

    TargetValue at(int row) {
      return new TargetValue(valid.value(row), test.value(row));
    }
  }

  /**
   * Resolves a task.
   *
   * @throws IllegalArgumentException if the budget is in seconds and the cost is unknown
   * @throws org.nasbench4j.table.MissingRecordException if the table lacks what the task needs
   */
  static Task of(TaskPlan plan, Table table, ProxyCatalog proxies) {
    Objective objective = plan.search().objective(table, proxies);
    if (objective.costLine().isEmpty() && plan.budget() instanceof Budget.SimulatedSeconds) {
      throw new IllegalArgumentException(
          "The task (%s) has a budget of %s, but the cost of (%s) is unknown. Maybe use a number of"
                  .formatted(plan.name(), plan.budget(), plan.search())
              + " evaluations.");
    }
    List<Columns> targets = plan.targets().stream().map(t -> columns(t, table)).toList();
    Optional<SecondStage> secondStage =
        plan.verification()
            .map(stage -> new SecondStage(stage.top(), TableObjective.of(table, stage.by())));
    return new Task(plan, table, objective, secondStage, targets);
  }

  private static List<Columns> columns(TaskPlan plan, Table table, SeedChoice.Single seed) {
    return plan.targets().stream().map(target -> columns(target.of(seed), table)).toList();
  }

  private static Columns columns(Target target, Table table) {
    return new Columns(table.accuracy(target.valid()), table.accuracy(target.test()));
  }

  TaskPlan plan() {
    return plan;
  }

  /** The number of trainings that a look draws from; most often 1. */
  int repeats() {
    return repeats.size();
  }

  Evaluation evaluate(Architecture architecture, int repeat) {
    return repeats.get(repeat).objective().evaluate(architecture);
  }

  /** The number by which a trial becomes an incumbent; the search sees the evaluation alone. */
  double rank(int row, Evaluation evaluation, int repeat) {
    return switch (plan.incumbents()) {
      case OBJECTIVE -> evaluation.value();
      case TEST_ORACLE -> repeats.get(repeat).judged().get(0).test().value(row);
    };
  }

  /** What an incumbent is worth; called after the search has ended. */
  List<TargetValue> judged(int row, int repeat) {
    return repeats.get(repeat).judged().stream().map(columns -> columns.at(row)).toList();
  }

  Table table() {
    return table;
  }

  Objective objective() {
    return objective;
  }

  Optional<SecondStage> secondStage() {
    return secondStage;
  }

  /** What is optimised, what a look costs, and what follows. */
  String description() {
    return objective.description()
        + (plan.incumbents() == IncumbentRule.TEST_ORACLE ? "; incumbents by test accuracy" : "")
        + secondStage
            .map(s -> "; then the best %d by %s".formatted(s.top(), s.objective().description()))
            .orElse("");
  }

  List<Columns> targets() {
    return targets;
  }

  Account openAccount(DuplicatePricing duplicates) {
    return new Account(plan.budget(), plan.overshoot(), duplicates);
  }

  /** The seconds of a search and of the training that followed it, each on its line. */
  RunRecord.Ledger ledger(double search, double verification) {
    boolean proxy = objective.costLine().filter(line -> line == CostLine.PROXY).isPresent();
    return proxy
        ? new RunRecord.Ledger(verification, search)
        : new RunRecord.Ledger(search + verification, 0);
  }

  /** The final accuracies of an architecture; called after the search has ended. */
  List<TargetValue> finalAccuracies(Architecture architecture) {
    int row = table.row(architecture);
    return targets.stream().map(columns -> columns.at(row)).toList();
  }
}
