package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.study.Signal;

/**
 * {@code signals.csv}: every method with and without proxies, one row for each task, target, method
 * and signal. Differences are of the mean test accuracy, with the proxy minus without; they are
 * empty where there is nothing to subtract.
 */
final class SignalsCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "signals.csv";
  }

  @Override
  public boolean applies(Report report) {
    return !report.signals().isEmpty();
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (SignalReport task : report.signals()) {
      for (Comparison comparison : task.comparisons()) {
        for (SignalReport.Row row : comparison.rows()) {
          table.add(row(task, comparison, row));
        }
      }
    }
  }

  private static Row row(SignalReport task, Comparison comparison, SignalReport.Row row) {
    Row cells =
        new Row()
            .put("task", task.task())
            .put("test_measure", comparison.targets().get(0).yardstick().test())
            .put("method", row.method())
            .put("signal", row.signal())
            .put("runs", row.result().answers().test().percent().n())
            .put("valid_mean_percent", row.result().answers().valid().percent().mean())
            .put("valid_sd_percent", row.result().answers().valid().percent().sampleDeviation())
            .put("test_mean_percent", row.testMean())
            .put("test_sd_percent", row.result().answers().test().percent().sampleDeviation());
    difference(cells, row);
    return cells
        .put("evaluations_mean", row.spending().evaluations().mean())
        .put("simulated_training_seconds_mean", row.spending().trainingSeconds().mean())
        .put("proxy_seconds_mean", row.spending().proxySeconds().mean())
        .put("own_seconds_mean", row.spending().ownSeconds().mean())
        .put("stamps", stamps(task, row.signal()));
  }

  private static String stamps(SignalReport task, String signal) {
    String variant = new Signal(task.task(), signal).task();
    return task.tasks().stream()
        .filter(described -> described.name().equals(variant))
        .flatMap(described -> described.stamps().stream())
        .collect(Collectors.joining(" "));
  }

  private static OptionalDouble end(Difference difference, ToDoubleFunction<Interval> which) {
    return difference.interval().stream().mapToDouble(which).findFirst();
  }

  private static void difference(Row cells, SignalReport.Row row) {
    if (row.difference().isPresent()) {
      Difference difference = row.difference().get();
      cells
          .put("test_difference_points", difference.points())
          .put("test_difference_ci95_low_points", end(difference, Interval::low))
          .put("test_difference_ci95_high_points", end(difference, Interval::high))
          .put("separated", String.valueOf(difference.isSeparated()));
    } else {
      cells
          .put("test_difference_points", "")
          .put("test_difference_ci95_low_points", "")
          .put("test_difference_ci95_high_points", "")
          .put("separated", "");
    }
  }
}
