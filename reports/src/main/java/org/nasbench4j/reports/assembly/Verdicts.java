package org.nasbench4j.reports.assembly;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.Verdict;
import org.nasbench4j.stats.Interval;
import org.nasbench4j.stats.MeanIntervals;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.StudyHeader.TargetSummary;

/** Names the winner, and those that may be as good. */
final class Verdicts {
  private Verdicts() {}

  static Verdict of(List<MethodResult> results, TargetSummary yardstick) {
    // The minimum of the reversed order is the first of equals; the maximum would be the last.
    MethodResult best =
        Collections.min(
            results,
            Comparator.comparingDouble(
                    (MethodResult result) -> result.answers().test().percent().mean())
                .reversed());
    List<MethodResult> others =
        results.stream().filter(result -> !result.method().equals(best.method())).toList();
    return new Verdict(
        best.method(),
        best.answers().test().cell(),
        Decimals.fixed(best.regrets().test().mean(), 2),
        Decimals.fixed(yardstick.bestTest().percent() - yardstick.testOfBestValid(), 2),
        labels(others, other -> isKnown(best, other) && !isSeparated(best, other)),
        labels(others, other -> !isKnown(best, other)),
        !results.stream().map(Verdicts::percent).allMatch(MeanIntervals::isMany));
  }

  private static List<String> labels(List<MethodResult> results, Predicate<MethodResult> which) {
    return results.stream().filter(which).map(MethodResult::method).toList();
  }

  private static boolean areMany(MethodResult a, MethodResult b) {
    return MeanIntervals.isMany(percent(a)) && MeanIntervals.isMany(percent(b));
  }

  private static boolean isKnown(MethodResult a, MethodResult b) {
    return areMany(a, b) || MeanIntervals.welch(percent(a), percent(b)).isPresent();
  }

  private static boolean isSeparated(MethodResult best, MethodResult other) {
    return areMany(best, other)
        ? interval(other).high() < interval(best).low()
        : MeanIntervals.welch(percent(best), percent(other)).orElseThrow().low() > 0;
  }

  private static Summary percent(MethodResult result) {
    return result.answers().test().percent();
  }

  private static Interval interval(MethodResult result) {
    return result.answers().test().meanInterval().orElseThrow();
  }
}
