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
    html.text(", " + VerdictText.distance(target) + VerdictText.rivals(target));
    html.close("dd").close("div").line();
  }
}
