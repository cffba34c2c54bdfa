package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
  private final Improvements improvements = new Improvements();
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
            task.ledger(account, 0),
            trials.toTrials(),
            improvements.all().stream().map(this::incumbent).toList(),
            recommendation);
    return new Outcome(
        task.secondStage().map(stage -> verified(searched, stage)).orElse(searched),
        overheadNanos * 1e-9);
  }

  /** The same search with a second stage after it, which has the last word. */
  private RunRecord verified(RunRecord searched, SecondStage stage) {
    SecondStage.Looks looks = stage.at(searched.trials(), task.table());
    if (looks.all().isEmpty()) {
      return searched;
    }
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
        task.ledger(account, looks.seconds()),
        searched.trials(),
        incumbents,
        new RunRecord.Recommendation(
            RunRecord.Chooser.VERIFICATION, last.architecture(), last.targets()));
  }

  private void trial() {
    long asked = nanoClock.getAsLong();
    Architecture architecture = method.ask();
    OptionalDouble own = method.ownSeconds();
    overheadNanos += nanoClock.getAsLong() - asked;
    if (own.isPresent()) {
      look(architecture, own.getAsDouble());
    } else {
      evaluate(architecture);
    }
  }

  private void evaluate(Architecture architecture) {
    Evaluation evaluation = task.objective().evaluate(architecture, evaluations);
    if (!account.charge(architecture, evaluation.seconds()).counts()) {
      return;
    }
    int row = task.table().row(architecture);
    trials.add(row, evaluation.value(), account.seconds());
    improvements.evaluated(place(), architecture, evaluation, task.rank(row, evaluation));
    long told = nanoClock.getAsLong();
    method.tell(new Observation(architecture, evaluation.value()));
    overheadNanos += nanoClock.getAsLong() - told;
  }

  /** What the method found by itself: nothing is evaluated, and it is told nothing. */
  private void look(Architecture architecture, double work) {
    if (!(work >= 0 && work < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException(
          "The method (%s) says that it worked for (%s) seconds; they must be finite and not"
                  .formatted(key.method(), work)
              + " negative.");
    }
    if (account.look(work).counts()) {
      trials.add(task.table().row(architecture), Double.NaN, account.seconds());
      improvements.looked(place(), architecture);
    }
  }

  private Improvement.Place place() {
    return new Improvement.Place(trials.size(), account.evaluations(), account.seconds());
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
    Improvement last = improvements.last();
    RunRecord.Recommendation incumbent =
        new RunRecord.Recommendation(
            last.isLook() ? RunRecord.Chooser.METHOD : RunRecord.Chooser.INCUMBENT,
            last.architecture().text(),
            judged(last));
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
    return task.judged(improvement.architecture(), improvement.drawn());
  }

  private Incumbent incumbent(Improvement improvement) {
    return new Incumbent(
        improvement.at().trial(),
        improvement.at().evaluations(),
        improvement.at().seconds(),
        improvement.architecture().text(),
        improvement.value(),
        judged(improvement));
  }
}
