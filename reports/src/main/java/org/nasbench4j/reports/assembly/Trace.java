package org.nasbench4j.reports.assembly;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.stats.StepFunction;
import org.nasbench4j.study.Incumbent;
import org.nasbench4j.study.RunRecord;
import org.nasbench4j.study.TargetValue;

/** The incumbents of one run, without the names of their architectures. */
final class Trace {
  private final double[] evaluations;
  private final double[] seconds;
  private final double endEvaluations;
  private final double endSeconds;
  private final boolean ownWork;
  private final List<List<TargetValue>> targets;

  private Trace(RunRecord run) {
    List<Incumbent> incumbents = run.incumbents();
    evaluations = incumbents.stream().mapToDouble(Incumbent::evaluations).toArray();
    seconds = incumbents.stream().mapToDouble(Incumbent::seconds).toArray();
    endEvaluations = run.evaluations();
    endSeconds = run.ledger().simulatedTrainingSeconds() + run.ledger().proxySeconds();
    ownWork = run.ledger().ownSeconds() > 0;
    targets = incumbents.stream().map(Incumbent::targets).toList();
  }

  static Trace of(RunRecord run) {
    return new Trace(run);
  }

  /** Measured seconds of a method's own work are not on the axis of simulated ones. */
  boolean isOn(Axis axis) {
    return axis == Axis.EVALUATIONS || !ownWork;
  }

  /** When the incumbents changed. */
  DoubleStream stamps(Axis axis) {
    return DoubleStream.of(axis == Axis.SECONDS ? seconds : evaluations);
  }

  /** When the run ended. */
  double end(Axis axis) {
    return axis == Axis.SECONDS ? endSeconds : endEvaluations;
  }

  /** A number of the incumbent's final accuracies on one target, as it changes. */
  StepFunction steps(Axis axis, int target, ToDoubleFunction<TargetValue> number) {
    return StepFunction.of(
        stamps(axis).toArray(),
        targets.stream().mapToDouble(values -> number.applyAsDouble(values.get(target))).toArray());
  }
}
