package org.nasbench4j.reports.assembly;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TargetReport.Expectation;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.Signal;
import org.nasbench4j.study.StudyHeader;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/** Collects the runs of one task. */
final class TaskRuns {
  private final StudyHeader.Task task;
  private final StudyHeader study;
  private final Map<String, MethodRuns> methods = new LinkedHashMap<>();

  TaskRuns(StudyHeader.Task task, StudyHeader study) {
    this.task = task;
    this.study = study;
    for (StudyHeader.Method method : study.setup().methods()) {
      methods.put(method.label(), new MethodRuns(method.label()));
    }
  }

  void add(RunRecord run) {
    MethodRuns method = methods.get(run.method());
    if (method == null) {
      throw new IllegalArgumentException(
          "The task (%s) has a run of the method (%s), which the header does not know. Known: %s."
              .formatted(task.name(), run.method(), String.join(", ", methods.keySet())));
    }
    method.add(run);
  }

  TaskReport report() {
    study.setup().methods().forEach(this::requireComplete);
    Collection<MethodRuns> all = methods.values();
    Map<Axis, double[]> grids =
        CurveGrid.of(axis -> all.stream().flatMap(method -> method.traces(axis)));
    return new TaskReport(
        task,
        all.stream().map(MethodRuns::spending).toList(),
        IntStream.range(0, task.targets().size()).mapToObj(i -> target(i, grids)).toList(),
        all.stream().flatMap(method -> method.outcomes().stream()).toList());
  }

  private void requireComplete(StudyHeader.Method method) {
    int found = runs(method).outcomes().size();
    if (found != method.runs()) {
      throw new IllegalArgumentException(
          "The study (%s) has %d runs of (%s) on (%s), but %d were planned. Maybe a file was cut."
              .formatted(study.name(), found, method.label(), task.name(), method.runs()));
    }
  }

  private MethodRuns runs(StudyHeader.Method method) {
    return Objects.requireNonNull(methods.get(method.label()));
  }

  private TargetReport target(int index, Map<Axis, double[]> grids) {
    TargetSummary yardstick = task.targets().get(index);
    TargetRuns target = new TargetRuns(index, yardstick, study.seed());
    List<MethodResult> results =
        methods.values().stream().map(method -> target.result(method, grids)).toList();
    return new TargetReport(
        title(yardstick),
        yardstick,
        results,
        randomSearch(index, yardstick),
        Verdicts.of(results, yardstick),
        NamedRegrets.of(study.table().space(), yardstick, target, List.copyOf(methods.values())));
  }

  private String title(TargetSummary target) {
    boolean ambiguous =
        task.targets().stream().filter(t -> t.dataset().equals(target.dataset())).count() > 1;
    String measure = ambiguous ? target.test() : target.dataset();
    Signal signal = task.signal();
    long tasks = study.tasks().stream().map(t -> t.signal().base()).distinct().count();
    String title = Titles.of(tasks, signal.base(), measure);
    return signal.isProxy() ? title + " by " + signal.name() : title;
  }

  private List<Expectation> randomSearch(int index, TargetSummary yardstick) {
    return task.randomSearch().stream()
        .map(
            point ->
                new Expectation(
                    point.evaluations(),
                    yardstick.bestValid().percent() - point.targets().get(index).valid(),
                    yardstick.bestTest().percent() - point.targets().get(index).test()))
        .toList();
  }
}
