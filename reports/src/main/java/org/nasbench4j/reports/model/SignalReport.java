package org.nasbench4j.reports.model;

import java.util.List;
import java.util.Optional;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.study.StudyHeader;

/**
 * One task of the plan on every signal that it was searched on, side by side: on its own and on
 * proxies.
 *
 * @param task the name of the task in the plan
 * @param signals the signals in the plan's order
 * @param tasks the task on each signal, as it was resolved
 * @param comparisons one for each target
 */
public record SignalReport(
    String task, List<String> signals, List<StudyHeader.Task> tasks, List<Comparison> comparisons) {

  /** Copies the lists. */
  public SignalReport {
    signals = List.copyOf(signals);
    tasks = List.copyOf(tasks);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * One final measurement.
   *
   * @param title how the task and the target are called in headings
   * @param targets the results on each signal
   * @param rows every method on every signal, those of a method together
   */
  public record Comparison(String title, List<TargetReport> targets, List<Row> rows) {

    /** Copies the lists. */
    public Comparison {
      targets = List.copyOf(targets);
      rows = List.copyOf(rows);
    }

    /**
     * Whether any row's method worked by itself.
     *
     * @return false where all seconds are of evaluations
     */
    public boolean hasOwnWork() {
      return rows.stream().anyMatch(row -> row.spending().hasOwnWork());
    }

    /**
     * Whether no other row has a higher mean test accuracy.
     *
     * @param row one of the rows
     * @return true for all of equals
     */
    public boolean isBest(Row row) {
      return rows.stream().noneMatch(other -> other.testMean() > row.testMean());
    }
  }

  /**
   * A method on a signal.
   *
   * @param method the method's label
   * @param signal what it searched on
   * @param result its answers
   * @param spending what it spent
   * @param difference what the proxy changed; empty for the task's own signal, and where the plan
   *     does not run it
   */
  public record Row(
      String method,
      String signal,
      MethodResult result,
      Spending spending,
      Optional<Difference> difference) {

    /**
     * Whether any seconds were charged.
     *
     * @return false where the cost is unknown or nothing
     */
    public boolean hasSeconds() {
      return spending.trainingSeconds().max() > 0
          || spending.proxySeconds().max() > 0
          || spending.hasOwnWork();
    }

    /**
     * The mean test accuracy.
     *
     * @return percent
     */
    public double testMean() {
      return result.answers().test().percent().mean();
    }
  }

  /**
   * The mean test accuracy with the proxy minus that without, of the same method.
   *
   * @param points percentage points
   * @param interval a 95 % interval, the runs with and without taken as independent; empty where
   *     few runs without spread say nothing of it
   */
  public record Difference(double points, Optional<Interval> interval) {

    /**
     * Whether the runs separate the two.
     *
     * @return true if 0 is outside the interval; false where there is none
     */
    public boolean isSeparated() {
      return interval.filter(ends -> ends.low() > 0 || ends.high() < 0).isPresent();
    }
  }
}
