package org.nasbench4j.reports.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.RunOutcome;
import org.nasbench4j.reports.model.Spending;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.RunRecord.Stop;

/** What is kept of the runs of one method on one task. */
final class MethodRuns {
  private final String label;
  private final List<RunOutcome> outcomes = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();

  MethodRuns(String label) {
    this.label = label;
  }

  void add(RunRecord run) {
    outcomes.add(RunOutcome.of(run));
    traces.add(Trace.of(run));
  }

  String label() {
    return label;
  }

  List<RunOutcome> outcomes() {
    return outcomes;
  }

  /** The traces that are on an axis: none if a run has seconds that do not belong there. */
  Stream<Trace> traces(Axis axis) {
    return traces.stream().allMatch(trace -> trace.isOn(axis)) ? traces.stream() : Stream.empty();
  }

  Summary summary(ToDoubleFunction<RunOutcome> number) {
    return Summary.of(outcomes.stream().mapToDouble(number).toArray());
  }

  Spending spending() {
    return new Spending(
        label,
        summary(RunOutcome::evaluations),
        summary(outcome -> outcome.ledger().simulatedTrainingSeconds()),
        summary(outcome -> outcome.ledger().proxySeconds()),
        summary(outcome -> outcome.ledger().ownSeconds()),
        stops());
  }

  private Map<Stop, Long> stops() {
    Map<Stop, Long> stops = new EnumMap<>(Stop.class);
    for (Stop stop : Stop.values()) {
      stops.put(stop, outcomes.stream().filter(outcome -> outcome.stop() == stop).count());
    }
    return stops;
  }
}
