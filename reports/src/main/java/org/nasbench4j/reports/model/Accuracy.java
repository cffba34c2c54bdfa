package org.nasbench4j.reports.model;

import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.Summary;

/**
 * One accuracy of the answers of many runs.
 *
 * @param percent the runs' accuracies in percent
 * @param meanInterval a bootstrap confidence interval of their mean
 */
public record Accuracy(Summary percent, Interval meanInterval) {

  /**
   * Mean and sample standard deviation, as papers print them.
   *
   * @return with two decimals
   */
  public PaperTable.Cell cell() {
    return new PaperTable.Cell(
        Decimals.fixed(percent.mean(), 2),
        percent.sampleDeviation().stream()
            .mapToObj(deviation -> Decimals.fixed(deviation, 2))
            .findFirst()
            .orElse(""),
        false);
  }
}
