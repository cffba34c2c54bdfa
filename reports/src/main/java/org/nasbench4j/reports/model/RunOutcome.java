package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.TargetValue;

/**
 * The end of one run.
 *
 * @param method the method's label
 * @param run the run's index, from 0
 * @param stop why it ended
 * @param evaluations the charged evaluations
 * @param ledger the charged seconds
 * @param chooser who chose the answer
 * @param architecture the answer
 * @param targets its final accuracies, in the order of the task's targets
 */
public record RunOutcome(
    String method,
    int run,
    RunRecord.Stop stop,
    long evaluations,
    RunRecord.Ledger ledger,
    RunRecord.Chooser chooser,
    String architecture,
    List<TargetValue> targets) {

  /** Copies the list. */
  public RunOutcome {
    targets = List.copyOf(targets);
  }

  /**
   * Keeps the end of a run.
   *
   * @param run the whole record
   * @return without trials and incumbents
   */
  public static RunOutcome of(RunRecord run) {
    return new RunOutcome(
        run.method(),
        run.run(),
        run.stop(),
        run.evaluations(),
        run.ledger(),
        run.recommendation().chooser(),
        run.recommendation().architecture(),
        run.recommendation().targets());
  }
}
