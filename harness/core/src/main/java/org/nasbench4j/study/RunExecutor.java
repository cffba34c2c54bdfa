package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.nasbench4j.budget.Account;
import org.nasbench4j.budget.DuplicatePricing;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.search.Observation;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.space.Architecture;

/**
 * Runs one search until its budget is spent or it says that it has ended. The method sees proposals
 * and observations; prices, clock and final accuracies stay on this side.
 */
final class RunExecutor {
  private final Task task;
  private final RunKey key;
  private final SearchMethod method;
  private final RandomGenerator evaluations;
  private final Account account;
  private final LongSupplier nanoClock;
  private final TrialLog trials = new TrialLog();
  private final List<Improvement> improvements = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY;
  private long overheadNanos;

  RunExecutor(
      Task task,
      RunKey key,
      SearchMethod method,
      RandomGenerator evaluations,
      DuplicatePricing duplicates,
      LongSupplier nanoClock) {
    this.task = task;
    this.key = key;
    this.method = method;
    this.evaluations = evaluations;
    this.account = task.openAccount(duplicates);
    this.nanoClock = nanoClock;
  }

  /** A trial that was better than all before it. */
  private record Improvement(
      int trial,
      long evaluations,
      double seconds,
      Architecture architecture,
      Evaluation evaluation) {}

  /** The record of a run and the seconds that the method itself took. */
  record Outcome(RunRecord record, double overheadSeconds) {}

  Outcome run() {
    while (!account.isClosed() && method.state() == SearchMethod.State.SEARCHING) {
      trial();
    }
    if (improvements.isEmpty() && !account.isClosed()) {
      throw new IllegalStateException(
          "The method (%s) of the task (%s) ended before its first evaluation."
              .formatted(key.method(), key.task()));
    }
    if (improvements.isEmpty()) {
      throw new IllegalArgumentException(
          "The budget (%s) of the task (%s) does not pay for a single evaluation."
              .formatted(task.plan().budget(), task.plan().name()));
    }
    RunRecord.Stop stop = stop();
    RunRecord.Recommendation recommendation = recommend();
    RunRecord searched =
        new RunRecord(
            key.task(),
            key.method(),
            key.run(),
            stop,
            account.evaluations(),
            task.ledger(account.seconds(), 0),
            trials.toTrials(),
            improvements.stream().map(this::incumbent).toList(),
            recommendation);
    return new Outcome(
        task.secondStage().map(stage -> verified(searched, stage)).orElse(searched),
        overheadNanos * 1e-9);
  }

  /** The same search with a second stage after it, which has the last word. */
  private RunRecord verified(RunRecord searched, SecondStage stage) {
    SecondStage.Looks looks = stage.at(searched.trials(), task.table());
    List<Incumbent> incumbents = new ArrayList<>(searched.incumbents());
    for (int look : looks.improvements()) {
      SecondStage.Look better = looks.all().get(look);
      incumbents.add(
          new Incumbent(
              trials.size() + look + 1L,
              account.evaluations() + look + 1,
              account.seconds() + better.seconds(),
              better.architecture().text(),
              better.value(),
              task.finalAccuracies(better.architecture())));
    }
    Incumbent last = incumbents.get(incumbents.size() - 1);
    return new RunRecord(
        key.task(),
        key.method(),
        key.run(),
        searched.stop(),
        account.evaluations() + looks.all().size(),
        task.ledger(account.seconds(), looks.seconds()),
        searched.trials(),
        incumbents,
        new RunRecord.Recommendation(
            RunRecord.Chooser.VERIFICATION, last.architecture(), last.targets()));
  }

  private void trial() {
    long asked = nanoClock.getAsLong();
    Architecture architecture = method.ask();
    overheadNanos += nanoClock.getAsLong() - asked;
    Evaluation evaluation = task.objective().evaluate(architecture, evaluations);
    if (!account.charge(architecture, evaluation.seconds()).counts()) {
      return;
    }
    int row = task.table().row(architecture);
    trials.add(row, evaluation.value(), account.seconds());
    double rank = task.rank(row, evaluation);
    if (rank > best || improvements.isEmpty()) {
      best = rank;
      improvements.add(
          new Improvement(
              trials.size(), account.evaluations(), account.seconds(), architecture, evaluation));
    }
    long told = nanoClock.getAsLong();
    method.tell(new Observation(architecture, evaluation.value()));
    overheadNanos += nanoClock.getAsLong() - told;
  }

  private RunRecord.Stop stop() {
    return switch (method.state()) {
      case SEARCHING -> stopOfBudget();
      case FINISHED -> RunRecord.Stop.FINISHED;
      case CAPPED -> RunRecord.Stop.CAPPED;
    };
  }

  private RunRecord.Stop stopOfBudget() {
    if (account.isStalled()) {
      return RunRecord.Stop.STALLED;
    }
    boolean reached = task.plan().budget().reachedBy(account.evaluations(), account.seconds());
    return reached ? RunRecord.Stop.BUDGET : RunRecord.Stop.OVERSHOOT;
  }

  private RunRecord.Recommendation recommend() {
    Improvement last = improvements.get(improvements.size() - 1);
    RunRecord.Recommendation incumbent =
        new RunRecord.Recommendation(
            RunRecord.Chooser.INCUMBENT, last.architecture().text(), judged(last));
    if (task.plan().incumbents() == IncumbentRule.TEST_ORACLE) {
      return incumbent;
    }
    long asked = nanoClock.getAsLong();
    Optional<Architecture> chosen = method.recommend();
    overheadNanos += nanoClock.getAsLong() - asked;
    return chosen.map(this::answer).orElse(incumbent);
  }

  private RunRecord.Recommendation answer(Architecture architecture) {
    return new RunRecord.Recommendation(
        RunRecord.Chooser.METHOD, architecture.text(), task.finalAccuracies(architecture));
  }

  private List<TargetValue> judged(Improvement improvement) {
    return task.judged(improvement.architecture(), improvement.evaluation());
  }

  private Incumbent incumbent(Improvement improvement) {
    return new Incumbent(
        improvement.trial(),
        improvement.evaluations(),
        improvement.seconds(),
        improvement.architecture().text(),
        improvement.evaluation().value(),
        judged(improvement));
  }
}
