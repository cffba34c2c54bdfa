package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.Spending;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.RunRecord.Stop;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/**
 * {@code summary.csv}: one row for each task, target and method. Accuracies and shares say their
 * unit in the column's name; {@code _points} are percentage points, {@code _sd_} divides by n - 1,
 * {@code _ci95_} is an interval of the mean.
 */
final class SummaryCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "summary.csv";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (TaskReport task : report.tasks()) {
      for (TargetReport target : task.targets()) {
        for (int i = 0; i < target.methods().size(); i++) {
          table.add(row(report, task, target, i));
        }
      }
    }
  }

  private static Row row(Report report, TaskReport task, TargetReport target, int method) {
    MethodResult result = target.methods().get(method);
    Row row =
        new Row()
            .put("task", task.task().name())
            .put("dataset", target.yardstick().dataset())
            .put("method", result.method())
            .put("runs", result.answers().test().percent().n());
    accuracy(row, "valid", result.answers().valid());
    accuracy(row, "test", result.answers().test());
    regret(row, "valid_regret", result.regrets().valid());
    regret(row, "test_regret", result.regrets().test());
    regret(row, "search_regret", result.regrets().search());
    row.put("unavoidable_test_regret_points", target.unavoidableRegret());
    row.put("best_valid_found_share", result.found().bestValid());
    row.put("best_test_found_share", result.found().bestTest());
    spending(row, task.spending().get(method));
    yardstick(row, target.yardstick());
    return row.put("table", report.study().table().name())
        .put("table_content_hash", report.study().table().contentHash())
        .put("objective", task.task().objective())
        .put("budget", task.task().budget())
        .put("stamps", String.join(" ", task.task().stamps()));
  }

  private static void accuracy(Row row, String name, Accuracy accuracy) {
    Summary percent = accuracy.percent();
    row.put(name + "_mean_percent", percent.mean())
        .put(name + "_sd_percent", percent.sampleDeviation())
        .put(name + "_ci95_low_percent", end(accuracy, Interval::low))
        .put(name + "_ci95_high_percent", end(accuracy, Interval::high))
        .put(name + "_min_percent", percent.min())
        .put(name + "_p25_percent", percent.quantile(0.25))
        .put(name + "_median_percent", percent.median())
        .put(name + "_p75_percent", percent.quantile(0.75))
        .put(name + "_max_percent", percent.max());
  }

  private static OptionalDouble end(Accuracy accuracy, ToDoubleFunction<Interval> which) {
    return accuracy.meanInterval().stream().mapToDouble(which).findFirst();
  }

  private static void regret(Row row, String name, Summary points) {
    row.put(name + "_mean_points", points.mean()).put(name + "_median_points", points.median());
  }

  private static void spending(Row row, Spending spending) {
    row.put("evaluations_mean", spending.evaluations().mean())
        .put("simulated_training_seconds_mean", spending.trainingSeconds().mean())
        .put("proxy_seconds_mean", spending.proxySeconds().mean())
        .put("own_seconds_mean", spending.ownSeconds().mean())
        .put("stopped_by_budget_runs", spending.stops().getOrDefault(Stop.BUDGET, 0L))
        .put("stopped_by_overshoot_runs", spending.stops().getOrDefault(Stop.OVERSHOOT, 0L))
        .put("stopped_by_stalling_runs", spending.stops().getOrDefault(Stop.STALLED, 0L))
        .put("stopped_by_finishing_runs", spending.stops().getOrDefault(Stop.FINISHED, 0L))
        .put("stopped_by_own_cap_runs", spending.stops().getOrDefault(Stop.CAPPED, 0L));
  }

  private static void yardstick(Row row, TargetSummary yardstick) {
    row.put("valid_measure", yardstick.valid())
        .put("test_measure", yardstick.test())
        .put("best_valid_percent", yardstick.bestValid().percent())
        .put("best_valid_architectures", yardstick.bestValid().architectures().size())
        .put("best_test_percent", yardstick.bestTest().percent())
        .put("best_test_architectures", yardstick.bestTest().architectures().size())
        .put("test_of_best_valid_percent", yardstick.testOfBestValid())
        .put("table_mean_valid_percent", yardstick.meanValid())
        .put("table_mean_test_percent", yardstick.meanTest());
  }
}
