package org.nasbench4j.reports.format;

import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.Verdict;

/** One sentence for each target: what to take home. */
final class HtmlVerdicts {
  private HtmlVerdicts() {}

  static String of(Report report) {
    Html html = new Html();
    report.tasks().stream()
        .flatMap(task -> task.targets().stream())
        .forEach(target -> verdict(html, target));
    return html.toString();
  }

  private static void verdict(Html html, TargetReport target) {
    Verdict verdict = target.verdict();
    html.open("div").element("dt", target.title()).open("dd");
    html.text("Best mean test accuracy: ");
    html.element("strong", verdict.method()).text(" ").element("b", verdict.test().text() + " %");
    html.text(", %s points below the optimum".formatted(verdict.testRegret()));
    if (target.unavoidableRegret() > 0) {
      html.text(" (%s unavoidable when selecting by validation)".formatted(verdict.unavoidable()));
    }
    html.text(rivals(target));
    html.close("dd").close("div").line();
  }

  private static String rivals(TargetReport target) {
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
            ? "; every other method is told apart from it"
            : "";
    String rivals =
        verdict.rivals().isEmpty()
            ? ""
            : "; not told apart from it: " + String.join(", ", verdict.rivals());
    String undecided =
        verdict.undecided().isEmpty()
            ? ""
            : "; too few runs, or no spread in them, to tell apart: "
                + String.join(", ", verdict.undecided());
    return separated + rivals + undecided + " (95 %).";
  }
}
