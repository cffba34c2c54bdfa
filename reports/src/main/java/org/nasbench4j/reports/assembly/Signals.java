package org.nasbench4j.reports.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.RunOutcome;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.reports.model.SignalReport.Row;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.stats.MeanIntervals;
import org.nasbench4j.stats.Summary;

/** Puts the variants of a task side by side: the same methods on its own signal and on proxies. */
final class Signals {
  private static final String GENERATOR = "L64X128MixRandom";

  private final List<TaskReport> variants;
  private final int tasks;
  private final long seed;

  private Signals(List<TaskReport> variants, int tasks, long seed) {
    this.variants = variants;
    this.tasks = tasks;
    this.seed = seed;
  }

  /** One report for each task that was searched on a proxy, in the plan's order. */
  static List<SignalReport> of(List<TaskReport> tasks, long seed) {
    Map<String, List<TaskReport>> byBase = new LinkedHashMap<>();
    for (TaskReport task : tasks) {
      byBase.computeIfAbsent(task.task().signal().base(), base -> new ArrayList<>()).add(task);
    }
    List<SignalReport> reports = new ArrayList<>();
    byBase.forEach(
        (base, variants) -> {
          if (variants.stream().anyMatch(task -> task.task().signal().isProxy())) {
            reports.add(new Signals(variants, byBase.size(), seed).report(base));
          }
        });
    return List.copyOf(reports);
  }

  private SignalReport report(String base) {
    int targets = variants.get(0).targets().size();
    return new SignalReport(
        base,
        variants.stream().map(task -> task.task().signal().name()).toList(),
        variants.stream().map(TaskReport::task).toList(),
        IntStream.range(0, targets).mapToObj(target -> comparison(base, target)).toList());
  }

  private Comparison comparison(String base, int target) {
    List<Row> rows = new ArrayList<>();
    int methods = variants.get(0).spending().size();
    for (int method = 0; method < methods; method++) {
      for (TaskReport variant : variants) {
        rows.add(row(variant, target, method));
      }
    }
    String dataset = variants.get(0).targets().get(target).yardstick().dataset();
    return new Comparison(
        Titles.of(tasks, base, dataset),
        variants.stream().map(variant -> variant.targets().get(target)).toList(),
        rows);
  }

  private Row row(TaskReport variant, int target, int method) {
    MethodResult result = variant.targets().get(target).methods().get(method);
    return new Row(
        result.method(),
        variant.task().signal().name(),
        result,
        variant.spending().get(method),
        variant.task().signal().isProxy()
            ? without().map(own -> difference(variant, own, result.method(), target))
            : Optional.empty());
  }

  private Optional<TaskReport> without() {
    return variants.stream().filter(task -> !task.task().signal().isProxy()).findFirst();
  }

  private Difference difference(TaskReport with, TaskReport without, String method, int target) {
    Summary a = test(with, method, target);
    Summary b = test(without, method, target);
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    return new Difference(a.mean() - b.mean(), MeanIntervals.ofDifference(a, b, random));
  }

  private static Summary test(TaskReport task, String method, int target) {
    return Summary.of(
        task.outcomes().stream()
            .filter(outcome -> outcome.method().equals(method))
            .map(RunOutcome::targets)
            .mapToDouble(targets -> targets.get(target).test())
            .toArray());
  }
}
