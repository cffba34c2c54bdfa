package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.stats.Summary;

/**
 * How one method did on one target.
 *
 * @param method the method's label
 * @param answers the final accuracies of its answers
 * @param regrets what its answers lose
 * @param found how often an answer was optimal
 * @param anytime the regret of its incumbents while it searched, by axis
 */
public record MethodResult(
    String method, Answers answers, Regrets regrets, Found found, List<Anytime> anytime) {

  /** Copies the list. */
  public MethodResult {
    anytime = List.copyOf(anytime);
  }

  /**
   * The final accuracies of the answers.
   *
   * @param valid validation accuracy
   * @param test test accuracy
   */
  public record Answers(Accuracy valid, Accuracy test) {}

  /**
   * What the answers lose, in percentage points. Test regret is the sum of search regret and the
   * target's unavoidable regret.
   *
   * @param valid below the best validation accuracy, at least 0
   * @param test below the best test accuracy, at least 0
   * @param search below the test accuracy of the best by validation; negative if luckier on test
   */
  public record Regrets(Summary valid, Summary test, Summary search) {}

  /**
   * The share of runs with an optimal answer.
   *
   * @param bestValid share whose answer has the highest validation accuracy, {@code [0, 1]}
   * @param bestTest share whose answer has the highest test accuracy, {@code [0, 1]}
   */
  public record Found(double bestValid, double bestTest) {}
}
