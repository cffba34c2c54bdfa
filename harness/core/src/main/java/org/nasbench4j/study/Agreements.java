package org.nasbench4j.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.random.DerivedRandom;
import org.nasbench4j.stats.Bootstrap;
import org.nasbench4j.stats.Coefficient;
import org.nasbench4j.stats.Correlation;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.Table;

/**
 * How far a plan's measures agree with the final test accuracies of its tasks, over all
 * architectures of the table.
 */
final class Agreements {
  private final List<Pair> pairs;
  private final long seed;

  private Agreements(List<Pair> pairs, long seed) {
    this.pairs = pairs;
    this.seed = seed;
  }

  /** A measure and a final test accuracy, which tasks on several signals may share. */
  private record Pair(String measure, Column x, String test, Column y) {

    StudyHeader.Agreement agreement(long seed) {
      int[] rows = IntStream.range(0, y.rows()).filter(r -> x.has(r) && y.has(r)).toArray();
      Correlation correlation =
          Correlation.of(
              values(x, rows),
              values(y, rows),
              Bootstrap.withDefaults(),
              DerivedRandom.of(seed, "agreement", measure, test));
      Interval interval = correlation.interval(Coefficient.TAU_B).orElseThrow(this::undefined);
      return new StudyHeader.Agreement(
          measure,
          test,
          correlation.n(),
          correlation.value(Coefficient.TAU_B).orElseThrow(this::undefined),
          interval.low(),
          interval.high());
    }

    private IllegalArgumentException undefined() {
      return new IllegalArgumentException(
          "The plan's (correlate) names (%s), which has no rank correlation with (%s): one of them is the same everywhere."
              .formatted(measure, test));
    }

    private static double[] values(Column column, int[] rows) {
      return Arrays.stream(rows).mapToDouble(column::value).toArray();
    }
  }

  /**
   * Resolves what a plan asks for.
   *
   * @throws IllegalArgumentException if a measure is too dear to be computed for a whole space
   * @throws org.nasbench4j.table.MissingRecordException if the table has no such measure
   */
  static Agreements of(StudyPlan plan, Collection<Task> tasks, Table table, ProxyCatalog proxies) {
    Map<String, Column> tests = new LinkedHashMap<>();
    for (Task task : tasks) {
      for (int target = 0; target < task.targets().size(); target++) {
        tests.putIfAbsent(
            task.plan().targets().get(target).test().toString(), task.targets().get(target).test());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Quantity measure : plan.agreements()) {
      requireAffordable(measure, table, proxies);
      Column column = measure.column(table, proxies);
      tests.forEach((test, y) -> pairs.add(new Pair(measure.toString(), column, test, y)));
    }
    return new Agreements(pairs, plan.seed());
  }

  private static void requireAffordable(Quantity measure, Table table, ProxyCatalog proxies) {
    if (!measure.isAffordableEverywhere(table, proxies)) {
      throw new IllegalArgumentException(
          "The plan's (correlate) names (%s), which would be computed for all %d architectures. Score them first."
              .formatted(measure, table.rows()));
    }
  }

  /** Computes them all: each takes a second or two where there are 15,625 architectures. */
  List<StudyHeader.Agreement> all() {
    return pairs.parallelStream().map(pair -> pair.agreement(seed)).toList();
  }
}
