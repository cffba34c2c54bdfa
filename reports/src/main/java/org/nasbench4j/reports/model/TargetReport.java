package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/**
 * One final measurement and how the methods did on it.
 *
 * @param title how the target is called in headings: the data set and, where it differs and there
 *     are several, the task
 * @param yardstick optima and means of the table
 * @param methods one result each, in the plan's order
 * @param randomSearch the exact expectation of random search with replacement; empty if unknown
 * @param verdict what to take home
 * @param regrets the regrets that have names; empty where there is only that of the table
 */
public record TargetReport(
    String title,
    TargetSummary yardstick,
    List<MethodResult> methods,
    List<Expectation> randomSearch,
    Verdict verdict,
    List<NamedRegret> regrets) {

  /** Copies the lists. */
  public TargetReport {
    methods = List.copyOf(methods);
    randomSearch = List.copyOf(randomSearch);
    regrets = List.copyOf(regrets);
  }

  /**
   * The expected regret of random search.
   *
   * @param evaluations the number of architectures drawn
   * @param validRegret percentage points below the best validation accuracy
   * @param testRegret percentage points below the best test accuracy
   */
  public record Expectation(long evaluations, double validRegret, double testRegret) {}

  /**
   * The part of the test regret that no selection by validation avoids.
   *
   * @return best test accuracy minus that of the best by validation, in percentage points
   */
  public double unavoidableRegret() {
    return yardstick.bestTest().percent() - yardstick.testOfBestValid();
  }
}
