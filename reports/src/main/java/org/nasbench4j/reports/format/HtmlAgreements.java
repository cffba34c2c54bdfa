package org.nasbench4j.reports.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyHeader.Agreement;

/**
 * A table with small pictures for each final test accuracy: how far other measures rank as it does.
 */
final class HtmlAgreements {
  private static final double WIDTH = 200;
  private static final int HEIGHT = 16;

  private HtmlAgreements() {}

  /** Empty where the plan correlates nothing. */
  static String of(Report report) {
    List<Agreement> all = report.study().setup().agreements();
    Html html = new Html();
    if (!all.isEmpty()) {
      html.element("h2", "Agreement with test accuracy").line();
      all.stream().map(Agreement::test).distinct().forEach(test -> table(html, test, all));
    }
    return html.toString();
  }

  private static void table(Html html, String test, List<Agreement> all) {
    List<Agreement> agreements =
        all.stream()
            .filter(agreement -> agreement.test().equals(test))
            .sorted(Comparator.comparingDouble(Agreement::tau).reversed())
            .toList();
    html.open("div", "class", "scroll").open("table", "class", "agreements");
    html.element(
        "caption",
        "Kendall’s tau-b with %s, and its 95 %% bootstrap interval over architectures"
            .formatted(test));
    html.head("Measure", "Architectures", "tau-b", "95 % interval", "−1 to 1").open("tbody");
    agreements.forEach(agreement -> row(html, agreement));
    html.close("tbody").close("table").close("div").line();
  }

  private static void row(Html html, Agreement agreement) {
    html.open("tr").element("th", agreement.measure(), "scope", "row");
    html.element("td", String.format(Locale.ROOT, "%,d", agreement.architectures()));
    html.element("td", fixed(agreement.tau()));
    html.element("td", fixed(agreement.low()) + " – " + fixed(agreement.high()));
    html.open("td");
    picture(html, agreement);
    html.close("td").close("tr").line();
  }

  private static String fixed(double tau) {
    return String.format(Locale.ROOT, "%.3f", tau).replace('-', '\u2212');
  }

  // A dot on its interval, above a line from -1 to 1 with a mark at 0.
  private static void picture(Html html, Agreement agreement) {
    String size = "0 0 %.0f %d".formatted(WIDTH, HEIGHT);
    html.open("svg", "viewBox", size, "class", "interval", "aria-hidden", "true");
    line(html, "scale", -1, 1);
    html.open("path", "class", "scale", "d", "M%s 3v10".formatted(x(0))).close("path");
    line(html, "range", agreement.low(), agreement.high());
    html.open("circle", "cx", x(agreement.tau()), "cy", "8", "r", "4").close("circle");
    html.close("svg");
  }

  private static void line(Html html, String kind, double from, double to) {
    html.open("path", "class", kind, "d", "M%s 8H%s".formatted(x(from), x(to))).close("path");
  }

  private static String x(double tau) {
    return String.format(Locale.ROOT, "%.1f", 5 + (WIDTH - 10) * (tau + 1) / 2);
  }
}
