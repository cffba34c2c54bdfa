package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.RunOutcome;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.StudyHeader.TargetSummary;
import org.nasbench4j.study.TargetValue;

/** {@code runs.csv}: the end of every run, one row for each of the task's targets. */
final class RunsCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "runs.csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (TaskReport task : report.tasks()) {
      for (RunOutcome run : task.outcomes()) {
        for (int i = 0; i < task.targets().size(); i++) {
          table.add(row(task, run, task.targets().get(i), run.targets().get(i)));
        }
      }
    }
  }

  private static Row row(
      TaskReport task, RunOutcome run, TargetReport target, TargetValue accuracies) {
    TargetSummary yardstick = target.yardstick();
    return new Row()
        .put("task", task.task().name())
        .put("method", run.method())
        .put("run", run.run())
        .put("dataset", yardstick.dataset())
        .put("test_measure", yardstick.test())
        .put("valid_percent", accuracies.valid())
        .put("test_percent", accuracies.test())
        .put("valid_regret_points", yardstick.bestValid().percent() - accuracies.valid())
        .put("test_regret_points", yardstick.bestTest().percent() - accuracies.test())
        .put("search_regret_points", yardstick.testOfBestValid() - accuracies.test())
        .put("evaluations", run.evaluations())
        .put("simulated_training_seconds", run.ledger().simulatedTrainingSeconds())
        .put("proxy_seconds", run.ledger().proxySeconds())
        .put("own_seconds", run.ledger().ownSeconds())
        .put("stop", run.stop().name().toLowerCase(Locale.ROOT))
        .put("chosen_by", run.chooser().name().toLowerCase(Locale.ROOT))
        .put("architecture", run.architecture())
        .put("stamps", String.join(" ", task.task().stamps()));
  }
}
