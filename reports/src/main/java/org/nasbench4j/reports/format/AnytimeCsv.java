package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.PublishedOptimum;

/**
 * {@code anytime.csv}: the regret of the incumbents while the methods search. One row for each
 * task, target, method, axis, position and regret; a row holds until the next position.
 */
final class AnytimeCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "anytime.csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (TaskReport task : report.tasks()) {
      for (TargetReport target : task.targets()) {
        for (MethodResult method : target.methods()) {
          for (Anytime anytime : method.anytime()) {
            for (Anytime.Point point : anytime.points()) {
              Head head = new Head(task, target, method.method(), anytime, point.x());
              table.add(head.row("valid_regret", point.validRegret()));
              table.add(head.row("test_regret", point.testRegret()));
              for (NamedRegret regret : published(target)) {
                table.add(head.row(regret.name(), point.testRegret().plus(regret.least().test())));
              }
            }
          }
        }
      }
    }
  }

  /** Test regrets against other optima than that of the table. */
  private static List<NamedRegret> published(TargetReport target) {
    return target.regrets().stream()
        .filter(regret -> !regret.name().equals(PublishedOptimum.ofTable(target.yardstick())))
        .toList();
  }

  /** What the rows of one position have in common. */
  private record Head(
      TaskReport task, TargetReport target, String method, Anytime anytime, double x) {

    Row row(String quantity, Anytime.Band points) {
      return new Row()
          .put("task", task.task().name())
          .put("dataset", target.yardstick().dataset())
          .put("test_measure", target.yardstick().test())
          .put("method", method)
          .put("axis", anytime.axis().id())
          .put("x", x)
          .put("quantity", quantity)
          .put("mean_points", points.mean())
          .put("p5_points", points.p5())
          .put("p25_points", points.p25())
          .put("median_points", points.median())
          .put("p75_points", points.p75())
          .put("p95_points", points.p95())
          .put("stamps", String.join(" ", task.task().stamps()));
    }
  }
}
