package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.study.StudyHeader;

/**
 * One task of the study.
 *
 * @param task the task as it was resolved
 * @param spending what each method spent, in the plan's order
 * @param targets the final measurements, in the plan's order
 * @param outcomes the end of every run, in the plan's order
 */
public record TaskReport(
    StudyHeader.Task task,
    List<Spending> spending,
    List<TargetReport> targets,
    List<RunOutcome> outcomes) {

  /** Copies the lists. */
  public TaskReport {
    spending = List.copyOf(spending);
    targets = List.copyOf(targets);
    outcomes = List.copyOf(outcomes);
  }
}
