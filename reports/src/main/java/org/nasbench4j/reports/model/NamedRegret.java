package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.TargetValue;

/**
 * A regret that has a name because there is another one for the same measurement. Regrets of
 * different names are never to be compared.
 *
 * @param name for example {@code regret_mean}
 * @param origin what it is measured against, one sentence
 * @param optimum what it is measured against, in percent
 * @param least the regret of the best architectures of the table, in percentage points: no answer
 *     has less
 * @param methods the regrets of the answers, in the plan's order
 */
public record NamedRegret(
    String name, String origin, TargetValue optimum, TargetValue least, List<OfMethod> methods) {

  /** Copies the list. */
  public NamedRegret {
    methods = List.copyOf(methods);
  }

  /**
   * The regrets of one method's answers, in percentage points.
   *
   * @param method the method's label
   * @param valid below the optimum's validation accuracy
   * @param test below the optimum's test accuracy
   */
  public record OfMethod(String method, Summary valid, Summary test) {}
}
