package org.nasbench4j.reports.assembly;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.StudyFolder;
import org.nasbench4j.study.StudyHeader;

/** Reads a finished study once, run by run, and says what it found. */
public final class StudyReport {
  private final StudyHeader header;
  private final Map<String, TaskRuns> tasks = new LinkedHashMap<>();

  private StudyReport(StudyHeader header) {
    this.header = header;
    header.tasks().forEach(task -> tasks.put(task.name(), new TaskRuns(task, header)));
  }

  /**
   * Reads a study. Of each run only its end and its incumbents are kept. The report is a pure
   * function of the study: the bootstrap draws from a generator that the study's seed starts.
   *
   * @param study a finished study
   * @return its report
   * @throws IOException if the folder holds no finished study or cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if a file of the study is damaged
   * @throws IllegalArgumentException if the runs are not those that the header announces
   */
  public static Report of(StudyFolder study) throws IOException {
    StudyReport report = new StudyReport(study.header());
    study.forEachRun(report::add);
    return report.build();
  }

  private void add(RunRecord run) {
    TaskRuns task = tasks.get(run.task());
    if (task == null) {
      throw new IllegalArgumentException(
          "The study (%s) has a run of the task (%s), which its header does not know. Known: %s."
              .formatted(header.name(), run.task(), String.join(", ", tasks.keySet())));
    }
    task.add(run);
  }

  private Report build() {
    List<TaskReport> reports = tasks.values().stream().map(TaskRuns::report).toList();
    return new Report(header, reports, PaperTables.of(reports), Signals.of(reports, header.seed()));
  }
}
