package org.nasbench4j.reports.model;

import java.util.List;

/**
 * The best method on a target and those that the runs do not separate from it.
 *
 * @param method the label of the method with the highest mean test accuracy, the first of equals
 * @param test its mean test accuracy in percent and the sample standard deviation
 * @param testRegret its mean test regret, percentage points
 * @param unavoidable the part of the regret that no selection by validation avoids
 * @param rivals the methods whose bootstrap interval of the mean overlaps its own
 */
public record Verdict(
    String method,
    PaperTable.Cell test,
    String testRegret,
    String unavoidable,
    List<String> rivals) {

  /** Copies the list. */
  public Verdict {
    rivals = List.copyOf(rivals);
  }
}
