package org.nasbench4j.reports.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.Anytime;
import org.nasbench4j.reports.model.Anytime.Band;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.stats.AnytimeCurve;
import org.nasbench4j.stats.MeanIntervals;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.StudyHeader.TargetSummary;
import org.nasbench4j.study.TargetValue;

/** Holds the runs of a task against the yardstick of one of its targets. */
final class TargetRuns {
  private static final String GENERATOR = "L64X128MixRandom";

  private final int index;
  private final TargetSummary yardstick;
  private final long seed;

  TargetRuns(int index, TargetSummary yardstick, long seed) {
    this.index = index;
    this.yardstick = yardstick;
    this.seed = seed;
  }

  MethodResult result(MethodRuns runs, Map<Axis, double[]> grids) {
    List<Anytime> anytime = new ArrayList<>();
    grids.forEach((axis, grid) -> anytime.add(anytime(runs, axis, grid)));
    return new MethodResult(
        runs.label(),
        new MethodResult.Answers(
            accuracy(runs, TargetValue::valid), accuracy(runs, TargetValue::test)),
        new MethodResult.Regrets(
            summary(runs, this::validRegret),
            summary(runs, this::testRegret),
            summary(runs, answer -> yardstick.testOfBestValid() - answer.test())),
        new MethodResult.Found(share(runs, this::validRegret), share(runs, this::testRegret)),
        anytime);
  }

  private double validRegret(TargetValue answer) {
    return yardstick.bestValid().percent() - answer.valid();
  }

  private double testRegret(TargetValue answer) {
    return yardstick.bestTest().percent() - answer.test();
  }

  /** A number of the final accuracies of all answers. */
  Summary summary(MethodRuns runs, ToDoubleFunction<TargetValue> number) {
    return runs.summary(outcome -> number.applyAsDouble(outcome.targets().get(index)));
  }

  private Accuracy accuracy(MethodRuns runs, ToDoubleFunction<TargetValue> number) {
    Summary percent = summary(runs, number);
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    return new Accuracy(percent, MeanIntervals.of(percent, random));
  }

  /** Equal fractions are equal doubles, so a regret of exactly 0 is an optimal answer. */
  private double share(MethodRuns runs, ToDoubleFunction<TargetValue> regret) {
    long optimal =
        runs.outcomes().stream()
            .filter(outcome -> regret.applyAsDouble(outcome.targets().get(index)) == 0)
            .count();
    return (double) optimal / runs.outcomes().size();
  }

  private Anytime anytime(MethodRuns runs, Axis axis, double[] grid) {
    List<Trace> traces = runs.traces(axis).toList();
    if (traces.isEmpty()) {
      return new Anytime(axis, List.of());
    }
    double[] positions = untilEnd(grid, traces, axis);
    List<AnytimeCurve.Point> valid = curve(traces, axis, positions, this::validRegret);
    List<AnytimeCurve.Point> test = curve(traces, axis, positions, this::testRegret);
    List<Anytime.Point> points = new ArrayList<>();
    for (int i = 0; i < valid.size(); i++) {
      points.add(
          new Anytime.Point(
              valid.get(i).time(), band(valid.get(i).values()), band(test.get(i).values())));
    }
    return new Anytime(axis, points);
  }

  /** The positions of the grid up to the end of the longest run, where the curve ends. */
  private static double[] untilEnd(double[] grid, List<Trace> traces, Axis axis) {
    double end = traces.stream().mapToDouble(trace -> trace.end(axis)).max().orElseThrow();
    DoubleStream before = DoubleStream.of(grid).filter(position -> position < end);
    return DoubleStream.concat(before, DoubleStream.of(end)).toArray();
  }

  private List<AnytimeCurve.Point> curve(
      List<Trace> traces, Axis axis, double[] positions, ToDoubleFunction<TargetValue> regret) {
    return AnytimeCurve.of(
            traces.stream().map(trace -> trace.steps(axis, index, regret)).toList(), positions)
        .complete();
  }

  private static Band band(Summary values) {
    return new Band(
        values.mean(),
        values.quantile(0.05),
        values.quantile(0.25),
        values.median(),
        values.quantile(0.75),
        values.quantile(0.95));
  }
}
