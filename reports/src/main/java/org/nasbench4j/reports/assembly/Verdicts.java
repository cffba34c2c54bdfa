package org.nasbench4j.reports.assembly;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.Verdict;
import org.nasbench4j.stats.Interval;
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
    return new Verdict(
        best.method(),
        best.answers().test().cell(),
        Decimals.fixed(best.regrets().test().mean(), 2),
        Decimals.fixed(yardstick.bestTest().percent() - yardstick.testOfBestValid(), 2),
        results.stream()
            .filter(result -> !result.method().equals(best.method()))
            .filter(result -> overlap(interval(result), interval(best)))
            .map(MethodResult::method)
            .toList());
  }

  private static Interval interval(MethodResult result) {
    return result.answers().test().meanInterval();
  }

  private static boolean overlap(Interval a, Interval b) {
    return a.low() <= b.high() && b.low() <= a.high();
  }
}
