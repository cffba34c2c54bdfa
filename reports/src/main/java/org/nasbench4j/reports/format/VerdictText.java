package org.nasbench4j.reports.format;

import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.Verdict;

/** A verdict in words, for pages and terminals. */
final class VerdictText {
  private VerdictText() {}

  /** How far the best method is from the optimum. */
  static String distance(TargetReport target) {
    Verdict verdict = target.verdict();
    String optimum = verdict.testRegret() + " points below the optimum";
    return target.unavoidableRegret() > 0
        ? optimum
            + " (%s unavoidable when selecting by validation)".formatted(verdict.unavoidable())
        : optimum;
  }

  /** From which methods the best one is not told apart, with the punctuation that leads to it. */
  static String rivals(TargetReport target) {
    if (target.methods().size() == 1) {
      return "; no other method was run.";
    }
    return target.verdict().few() ? few(target.verdict()) : many(target.verdict());
  }

  private static String many(Verdict verdict) {
    return verdict.rivals().isEmpty()
        ? "; no other method’s 95 % bootstrap interval overlaps."
        : "; its 95 %% bootstrap interval overlaps that of %s."
            .formatted(String.join(", ", verdict.rivals()));
  }

  private static String few(Verdict verdict) {
    String separated =
        verdict.rivals().isEmpty() && verdict.undecided().isEmpty()
            ? "; every other method is told apart from it at 95 %"
            : "";
    String rivals =
        verdict.rivals().isEmpty()
            ? ""
            : "; not told apart from it at 95 %: " + String.join(", ", verdict.rivals());
    String undecided =
        verdict.undecided().isEmpty()
            ? ""
            : "; too few runs, or no spread in them, to tell apart: "
                + String.join(", ", verdict.undecided());
    return separated + rivals + undecided + ".";
  }
}
