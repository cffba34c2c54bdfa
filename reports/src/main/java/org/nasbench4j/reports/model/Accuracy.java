package org.nasbench4j.reports.model;

import java.util.Optional;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.Summary;

/**
 * One accuracy of the answers of many runs.
 *
 * @param percent the runs' accuracies in percent
 * @param meanInterval a 95 % interval of their mean; empty where few runs without spread say
 *     nothing of it
 */
public record Accuracy(Summary percent, Optional<Interval> meanInterval) {

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
