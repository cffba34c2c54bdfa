package org.nasbench4j.reports.model;

import java.util.List;
import org.nasbench4j.study.StudyHeader;

/**
 * Everything that a report says about a study.
 *
 * @param study plan, yardsticks, methods and provenance
 * @param tasks the results, in the plan's order
 * @param tables the results as papers print them
 * @param signals the tasks that were searched on proxies, with and without; empty if none was
 */
public record Report(
    StudyHeader study,
    List<TaskReport> tasks,
    List<PaperTable> tables,
    List<SignalReport> signals) {

  /** Copies the lists. */
  public Report {
    tasks = List.copyOf(tasks);
    tables = List.copyOf(tables);
    signals = List.copyOf(signals);
  }

  /**
   * All signals of the study.
   *
   * @return each once, in the plan's order; empty if no task was searched on a proxy
   */
  public List<String> signalNames() {
    return signals.stream().flatMap(task -> task.signals().stream()).distinct().toList();
  }
}
