package org.nasbench4j.reports.model;

import java.util.List;

/**
 * The best method on a target and those that the runs do not separate from it.
 *
 * @param method the label of the method with the highest mean test accuracy, the first of equals
 * @param test its mean test accuracy in percent and the sample standard deviation
 * @param testRegret its mean test regret, percentage points
 * @param unavoidable the part of the regret that no selection by validation avoids
 * @param rivals the methods that the runs do not separate from it
 * @param undecided the methods of which, or against which, too little is known: few runs without
 *     spread on one side
 * @param few whether there were methods with few runs, which are compared by Welch's interval of
 *     the difference; otherwise two methods are separated if their bootstrap intervals do not
 *     overlap
 */
public record Verdict(
    String method,
    PaperTable.Cell test,
    String testRegret,
    String unavoidable,
    List<String> rivals,
    List<String> undecided,
    boolean few) {

  /** Copies the lists. */
  public Verdict {
    rivals = List.copyOf(rivals);
    undecided = List.copyOf(undecided);
  }
}
