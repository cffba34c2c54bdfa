package org.nasbench4j.reports.assembly;

import java.util.List;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.study.PublishedOptimum;
import org.nasbench4j.study.StudyHeader.TargetSummary;
import org.nasbench4j.study.TargetValue;

/** Names regrets where a publication measures them against constants of its own. */
final class NamedRegrets {
  private static final String OF_TABLE =
      "The best accuracies of all architectures of the space, from the table.";

  private final TargetSummary target;
  private final TargetRuns runs;
  private final List<MethodRuns> methods;

  private NamedRegrets(TargetSummary target, TargetRuns runs, List<MethodRuns> methods) {
    this.target = target;
    this.runs = runs;
    this.methods = methods;
  }

  /** Empty where the only regret is that of the table, which then needs no name. */
  static List<NamedRegret> of(
      String space, TargetSummary target, TargetRuns runs, List<MethodRuns> methods) {
    NamedRegrets regrets = new NamedRegrets(target, runs, methods);
    return PublishedOptimum.of(space, target)
        .map(published -> List.of(regrets.ofTable(), regrets.of(published)))
        .orElse(List.of());
  }

  private NamedRegret ofTable() {
    return regret(PublishedOptimum.ofTable(target), OF_TABLE, best());
  }

  private NamedRegret of(PublishedOptimum published) {
    return regret(
        published.name(), published.origin(), new TargetValue(published.valid(), published.test()));
  }

  private TargetValue best() {
    return new TargetValue(target.bestValid().percent(), target.bestTest().percent());
  }

  private NamedRegret regret(String name, String origin, TargetValue optimum) {
    TargetValue least =
        new TargetValue(optimum.valid() - best().valid(), optimum.test() - best().test());
    return new NamedRegret(
        name,
        origin,
        optimum,
        least,
        methods.stream().map(method -> ofMethod(method, optimum)).toList());
  }

  private NamedRegret.OfMethod ofMethod(MethodRuns method, TargetValue optimum) {
    return new NamedRegret.OfMethod(
        method.label(),
        runs.summary(method, answer -> optimum.valid() - answer.valid()),
        runs.summary(method, answer -> optimum.test() - answer.test()));
  }
}
