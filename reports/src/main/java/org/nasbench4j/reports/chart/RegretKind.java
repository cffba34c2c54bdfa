package org.nasbench4j.reports.chart;

import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Anytime.Band;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TargetReport.Expectation;

/** Which regret a plot shows. */
public enum RegretKind {
  /** Below the best test accuracy. */
  TEST("test", "Test") {
    @Override
    public Band band(Anytime.Point point) {
      return point.testRegret();
    }

    @Override
    double expected(Expectation point) {
      return point.testRegret();
    }

    @Override
    double sampling(TargetReport target) {
      return target.yardstick().bestTest().percent() - target.yardstick().meanTest();
    }

    @Override
    double unavoidable(TargetReport target) {
      return target.unavoidableRegret();
    }
  },
  /** Below the best validation accuracy. */
  VALIDATION("validation", "Validation") {
    @Override
    public Band band(Anytime.Point point) {
      return point.validRegret();
    }

    @Override
    double expected(Expectation point) {
      return point.validRegret();
    }

    @Override
    double sampling(TargetReport target) {
      return target.yardstick().bestValid().percent() - target.yardstick().meanValid();
    }

    @Override
    double unavoidable(TargetReport target) {
      return 0;
    }
  };

  private final String id;
  private final String title;

  RegretKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /**
   * The name used within a line.
   *
   * @return lower case
   */
  public String id() {
    return id;
  }

  /**
   * The name used in headings.
   *
   * @return with a capital letter
   */
  public String title() {
    return title;
  }

  /**
   * This regret of a method at one position.
   *
   * @param point a point of its curve
   * @return mean and quantiles in percentage points
   */
  public abstract Band band(Anytime.Point point);

  /** This regret of random search, in expectation. */
  abstract double expected(Expectation point);

  /** The mean regret of an architecture drawn at random. */
  abstract double sampling(TargetReport target);

  /** What no selection by validation avoids; 0 if there is nothing of the kind. */
  abstract double unavoidable(TargetReport target);
}
