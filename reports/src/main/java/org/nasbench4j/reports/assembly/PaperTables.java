package org.nasbench4j.reports.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.PaperTable;
import org.nasbench4j.reports.model.PaperTable.Cell;
import org.nasbench4j.reports.model.PaperTable.Pair;
import org.nasbench4j.reports.model.PaperTable.Row;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/**
 * Puts tasks side by side where papers do: other data sets, the same stamps and proxy. A second
 * task on the same data set (another budget, another signal) starts a table of its own.
 */
final class PaperTables {
  private PaperTables() {}

  static List<PaperTable> of(List<TaskReport> tasks) {
    List<List<TaskReport>> groups = new ArrayList<>();
    for (TaskReport task : tasks) {
      List<TaskReport> group =
          groups.stream()
              .filter(candidate -> fits(task, candidate))
              .findFirst()
              .orElseGet(
                  () -> {
                    groups.add(new ArrayList<>());
                    return groups.get(groups.size() - 1);
                  });
      group.add(task);
    }
    return groups.stream().map(PaperTables::table).toList();
  }

  private static boolean fits(TaskReport task, List<TaskReport> group) {
    return group.stream()
        .allMatch(
            other ->
                other.task().stamps().equals(task.task().stamps())
                    && other.task().signal().name().equals(task.task().signal().name())
                    && other.targets().stream().noneMatch(target -> shares(task, target)));
  }

  private static boolean shares(TaskReport task, TargetReport target) {
    return task.targets().stream()
        .anyMatch(own -> own.yardstick().dataset().equals(target.yardstick().dataset()));
  }

  private static PaperTable table(List<TaskReport> group) {
    List<TargetReport> targets = group.stream().flatMap(t -> t.targets().stream()).toList();
    List<MethodResult> methods = targets.get(0).methods();
    return new PaperTable(
        group.stream().flatMap(PaperTables::columns).toList(),
        IntStream.range(0, methods.size())
            .mapToObj(i -> methodRow(methods.get(i).method(), i, targets))
            .toList(),
        List.of(
            yardstick("Random sampling", targets, y -> pair(y.meanValid(), y.meanTest())),
            yardstick(
                "Best by validation",
                targets,
                y -> pair(y.bestValid().percent(), y.testOfBestValid())),
            yardstick(
                "Optimum", targets, y -> pair(y.bestValid().percent(), y.bestTest().percent()))),
        group.get(0).task().stamps());
  }

  private static Stream<PaperTable.Column> columns(TaskReport task) {
    return task.targets().stream()
        .map(target -> new PaperTable.Column(target.title(), task.task().budget()));
  }

  private static Row methodRow(String label, int method, List<TargetReport> targets) {
    return new Row(
        label,
        targets.stream()
            .map(
                target ->
                    new Pair(
                        cell(target, method, MethodResult.Answers::valid),
                        cell(target, method, MethodResult.Answers::test)))
            .toList());
  }

  private static Cell cell(
      TargetReport target, int method, Function<MethodResult.Answers, Accuracy> which) {
    ToDoubleFunction<MethodResult> mean = result -> which.apply(result.answers()).percent().mean();
    MethodResult own = target.methods().get(method);
    double highest = target.methods().stream().mapToDouble(mean).max().orElseThrow();
    Cell cell = which.apply(own.answers()).cell();
    return new Cell(cell.mean(), cell.deviation(), mean.applyAsDouble(own) == highest);
  }

  private static Row yardstick(
      String label, List<TargetReport> targets, Function<TargetSummary, Pair> pair) {
    return new Row(label, targets.stream().map(TargetReport::yardstick).map(pair).toList());
  }

  private static Pair pair(double valid, double test) {
    return new Pair(
        new Cell(Decimals.fixed(valid, 2), "", false),
        new Cell(Decimals.fixed(test, 2), "", false));
  }
}
