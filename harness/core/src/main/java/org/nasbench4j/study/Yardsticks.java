package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.budget.Budget;
import org.nasbench4j.budget.OvershootRule;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.stats.ExactRandomSearch;
import org.nasbench4j.stats.ExactRandomSearch.Drawing;
import org.nasbench4j.stats.Grid;
import org.nasbench4j.stats.Optimum;
import org.nasbench4j.stats.RegretBaseline;
import org.nasbench4j.table.AccuracyColumn;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/** What a task's results are held against, computed from the whole table. */
final class Yardsticks {
  private static final int GRID_POINTS = 60;

  private final Task task;
  private final Table table;

  /** The number by which every row becomes an incumbent; empty where that is not affordable. */
  private final double[] ranks;

  private final double meanSeconds;

  private Yardsticks(Task task) {
    this.task = task;
    this.table = task.table();
    this.ranks = new double[task.objective().isAffordableEverywhere() ? table.rows() : 0];
    double seconds = 0;
    double dearest = 0;
    for (int row = 0; row < ranks.length; row++) {
      Evaluation evaluation = task.objective().evaluate(table.architecture(row));
      ranks[row] = task.rank(row, evaluation);
      seconds += evaluation.seconds();
      dearest = Math.max(dearest, evaluation.seconds());
    }
    requireOneEvaluation(task.plan(), dearest);
    this.meanSeconds = ranks.length == 0 ? 0 : seconds / ranks.length;
  }

  /** Fails where a run could be rejected at its first trial and the study could never finish. */
  private static void requireOneEvaluation(TaskPlan plan, double dearest) {
    if (plan.overshoot() == OvershootRule.REJECT && plan.budget().exceededBy(1, dearest)) {
      throw new IllegalArgumentException(
          "The budget (%s) of the task (%s) does not pay for the dearest evaluation (%s seconds)."
              .formatted(plan.budget(), plan.name(), dearest));
    }
  }

  static StudyHeader.Task of(Task task) {
    return new Yardsticks(task).header();
  }

  private StudyHeader.Task header() {
    TaskPlan plan = task.plan();
    List<Finals> finals = IntStream.range(0, task.targets().size()).mapToObj(this::finals).toList();
    return new StudyHeader.Task(
        plan.name(),
        task.description(),
        plan.budget().toString(),
        plan.overshoot().id(),
        meanSeconds,
        IntStream.range(0, finals.size())
            .mapToObj(i -> summary(plan.targets().get(i), finals.get(i)))
            .toList(),
        randomSearch(finals),
        stamps(plan));
  }

  /**
   * The final accuracies of all rows, in percent: those that an incumbent may be judged by. Where
   * that is one of several trainings, all rows of the first stand before those of the second.
   */
  @SuppressWarnings("ArrayRecordComponent") // two columns on their way through this class
  private record Finals(double[] valid, double[] test) {}

  private Finals finals(int target) {
    List<Task.Columns> judges = task.judges().stream().map(all -> all.get(target)).toList();
    return new Finals(
        all(judges.stream().map(Task.Columns::valid).toList()),
        all(judges.stream().map(Task.Columns::test).toList()));
  }

  private double[] all(List<AccuracyColumn> columns) {
    int rows = table.rows();
    double[] values = new double[columns.size() * rows];
    Arrays.setAll(values, i -> columns.get(i / rows).value(i % rows));
    return values;
  }

  private StudyHeader.TargetSummary summary(Target target, Finals finals) {
    RegretBaseline baseline = RegretBaseline.of(finals.valid(), finals.test());
    return new StudyHeader.TargetSummary(
        target.dataset().id(),
        measured(target.valid()),
        measured(target.test()),
        best(baseline.validation()),
        best(baseline.test()),
        baseline.selected(),
        mean(finals.valid()),
        mean(finals.test()));
  }

  private String measured(Query query) {
    return task.judgesSingleTrainings()
        ? PublishedOptimum.ofSingleTraining(query.measure())
        : query.toString();
  }

  private StudyHeader.Best best(Optimum optimum) {
    return new StudyHeader.Best(
        optimum.value(),
        optimum.indices().stream()
            .map(index -> index % table.rows())
            .distinct()
            .map(row -> table.architecture(row).text())
            .toList());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * Random search draws with replacement, as the published code does. Where architectures share
   * rows they are not drawn equally often, and the expectation is left out.
   */
  private List<StudyHeader.ExactPoint> randomSearch(List<Finals> finals) {
    boolean equallyOften = table.space().measured() == table.space().size();
    if (ranks.length == 0 || !equallyOften) {
      return List.of();
    }
    int[] draws = draws();
    List<double[]> valid = new ArrayList<>();
    List<double[]> test = new ArrayList<>();
    for (Finals columns : finals) {
      valid.add(expected(columns.valid(), draws));
      test.add(expected(columns.test(), draws));
    }
    return IntStream.range(0, draws.length)
        .mapToObj(
            i ->
                new StudyHeader.ExactPoint(
                    draws[i],
                    IntStream.range(0, finals.size())
                        .mapToObj(t -> new TargetValue(valid.get(t)[i], test.get(t)[i]))
                        .toList()))
        .toList();
  }

  private double[] expected(double[] reported, int[] draws) {
    return ExactRandomSearch.of(ranks, reported).expected(draws, Drawing.WITH_REPLACEMENT);
  }

  /** Numbers of draws up to what the budget pays for, evenly spread over their logarithm. */
  private int[] draws() {
    double most =
        task.plan().budget() instanceof Budget.Evaluations evaluations
            ? evaluations.limit()
            : ((Budget.SimulatedSeconds) task.plan().budget()).limit() / meanSeconds;
    double last = Math.max(2, Math.min(Math.ceil(most), table.rows()));
    return Arrays.stream(Grid.logarithmic(1, last, GRID_POINTS))
        .mapToInt(draws -> (int) Math.round(draws))
        .distinct()
        .toArray();
  }

  private static List<String> stamps(TaskPlan plan) {
    List<String> stamps = new ArrayList<>();
    if (plan.searchesOnTest()) {
      stamps.add("The search of this task optimised test images: its test results are not honest.");
    }
    if (plan.incumbents() == IncumbentRule.TEST_ORACLE) {
      stamps.add(
          "The incumbents of this task were chosen by test accuracy (test-oracle), which no search"
              + " can know. Where they are single trainings, so are the best of the table that they"
              + " are held against.");
    }
    if (!plan.targets().stream().allMatch(Target::hasValidation)) {
      stamps.add(
          "This task reports no validation accuracy: what is named validation repeats the test"
              + " accuracy.");
    }
    if (plan.overshoot() == OvershootRule.KEEP_UNPAID) {
      stamps.add("The last trial of a run counts although the budget did not pay for it.");
    }
    return stamps;
  }
}
