package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.stats.Summary;

/**
 * {@code regrets.csv}: one row for each task, target, method and regret that has a name. Only where
 * a publication measures regret against constants of its own.
 */
final class RegretsCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "regrets.csv";
  }

  @Override
  public boolean applies(Report report) {
    return report.tasks().stream()
        .flatMap(task -> task.targets().stream())
        .anyMatch(target -> !target.regrets().isEmpty());
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (TaskReport task : report.tasks()) {
      for (TargetReport target : task.targets()) {
        for (NamedRegret regret : target.regrets()) {
          for (NamedRegret.OfMethod method : regret.methods()) {
            table.add(row(task, target, regret, method));
          }
        }
      }
    }
  }

  private static Row row(
      TaskReport task, TargetReport target, NamedRegret regret, NamedRegret.OfMethod method) {
    Row row =
        new Row()
            .put("task", task.task().name())
            .put("dataset", target.yardstick().dataset())
            .put("test_measure", target.yardstick().test())
            .put("method", method.method())
            .put("runs", method.test().n())
            .put("regret", regret.name())
            .put("valid_optimum_percent", regret.optimum().valid())
            .put("test_optimum_percent", regret.optimum().test())
            .put("valid_least_points", regret.least().valid())
            .put("test_least_points", regret.least().test());
    points(row, "valid", method.valid());
    points(row, "test", method.test());
    return row.put("origin", regret.origin()).put("stamps", String.join(" ", task.task().stamps()));
  }

  private static void points(Row row, String split, Summary points) {
    row.put(split + "_mean_points", points.mean())
        .put(split + "_p25_points", points.quantile(0.25))
        .put(split + "_median_points", points.median())
        .put(split + "_p75_points", points.quantile(0.75));
  }
}
