package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.study.StudyHeader;

/**
 * Everything that a report says about a study.
 *
 * @param study plan, yardsticks, methods and provenance
 * @param tasks the results, in the plan's order
 * @param tables the results as papers print them
 */
public record Report(StudyHeader study, List<TaskReport> tasks, List<PaperTable> tables) {

  /** Copies the lists. */
  public Report {
    tasks = List.copyOf(tasks);
    tables = List.copyOf(tables);
  }
}
