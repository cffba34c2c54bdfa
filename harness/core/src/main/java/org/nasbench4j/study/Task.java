package org.nasbench4j.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nasbench4j.budget.Account;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.TableObjective;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.search.SignalKind;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Table;

/** A task whose names have been resolved against a table. Immutable and thread-safe. */
final class Task {
  private final TaskPlan plan;
  private final Table table;
  private final Objective objective;
  private final Optional<SecondStage> secondStage;
  private final List<Columns> targets;

  /** What an oracle judges a look by that drew a training. */
  private final Map<SeedChoice.Single, List<Columns>> ofDrawn;

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
    this.ofDrawn =
        objective.draws().stream()
            .filter(any -> plan.incumbents() == IncumbentRule.TEST_ORACLE)
            .collect(Collectors.toMap(Function.identity(), this::columns));
  }

  private List<Columns> columns(SeedChoice.Single seed) {
    return plan.targets().stream().map(target -> columns(table, target.of(seed))).toList();
  }

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
    Objective objective = needed(plan, table, () -> plan.search().objective(table, proxies));
    if (objective.costLine().isEmpty() && plan.budget() instanceof Budget.SimulatedSeconds) {
      throw new IllegalArgumentException(
          "The task (%s) has a budget of %s, but the cost of (%s) is unknown. Maybe use a number of"
                  .formatted(plan.name(), plan.budget(), plan.search())
              + " evaluations.");
    }
    List<Columns> targets =
        plan.targets().stream()
            .map(target -> needed(plan, table, () -> columns(table, target)))
            .toList();
    Optional<SecondStage> secondStage =
        plan.verification()
            .map(stage -> new SecondStage(stage.top(), TableObjective.of(table, stage.by())));
    return new Task(plan, table, objective, secondStage, targets);
  }

  private static Columns columns(Table table, Target target) {
    return new Columns(table.accuracy(target.valid()), table.accuracy(target.test()));
  }

  // Says which task lacks what, and what can be done without validation accuracy.
  private static <T> T needed(TaskPlan plan, Table table, Supplier<T> resolved) {
    try {
      return resolved.get();
    } catch (MissingRecordException e) {
      boolean advised =
          table.coverage().stream().anyMatch(b -> b.split() == Split.VALID)
              || (plan.search() instanceof Quantity.Accuracy own
                  && own.query().measure().split() == Split.TEST);
      throw new MissingRecordException(
          "The task (%s) cannot be studied on this table. %s%s"
              .formatted(
                  plan.name(),
                  e.getMessage(),
                  advised
                      ? ""
                      : " It has no validation accuracy at all. A search on test accuracy needs"
                          + " allow-test-objective: true and report: dataset:test:schedule, and is"
                          + " stamped in every report."));
    }
  }

  TaskPlan plan() {
    return plan;
  }

  /** The number by which a trial becomes an incumbent; the search sees the evaluation alone. */
  double rank(int row, Evaluation evaluation) {
    return switch (plan.incumbents()) {
      case OBJECTIVE -> evaluation.value();
      case TEST_ORACLE -> judges(evaluation.drawn()).get(0).test().value(row);
    };
  }

  /** What an incumbent is worth; called after the search has ended. */
  List<TargetValue> judged(Architecture architecture, Optional<SeedChoice.Single> drawn) {
    int row = table.row(architecture);
    return judges(drawn).stream().map(columns -> columns.at(row)).toList();
  }

  /**
   * What an incumbent may be judged by, target by target: once, or once for each training that a
   * look may draw.
   */
  List<List<Columns>> judges() {
    return ofDrawn.isEmpty()
        ? List.of(targets)
        : objective.draws().stream().map(seed -> ofDrawn.getOrDefault(seed, targets)).toList();
  }

  /** Whether an incumbent is judged by one training and not by all. */
  boolean judgesSingleTrainings() {
    return !ofDrawn.isEmpty();
  }

  private List<Columns> judges(Optional<SeedChoice.Single> drawn) {
    return drawn.map(seed -> ofDrawn.getOrDefault(seed, targets)).orElse(targets);
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

  /** What the values are that a search is told. */
  SignalKind signal() {
    return plan.search() instanceof Quantity.Accuracy ? SignalKind.ACCURACY : SignalKind.PROXY;
  }

  /** The seconds of a search and of the training that followed it, each on its line. */
  RunRecord.Ledger ledger(Account account, double verification) {
    double search = account.evaluationSeconds();
    double own = account.ownSeconds();
    boolean proxy = objective.costLine().filter(line -> line == CostLine.PROXY).isPresent();
    return proxy
        ? new RunRecord.Ledger(verification, search, own)
        : new RunRecord.Ledger(search + verification, 0, own);
  }

  /** The final accuracies of an architecture; called after the search has ended. */
  List<TargetValue> finalAccuracies(Architecture architecture) {
    int row = table.row(architecture);
    return targets.stream().map(columns -> columns.at(row)).toList();
  }
}
