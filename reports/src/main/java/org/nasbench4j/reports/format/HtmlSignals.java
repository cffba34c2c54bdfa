package org.nasbench4j.reports.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nasbench4j.reports.chart.RegretCharts;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.PaperTable.Cell;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.reports.model.SignalReport.Row;
import org.nasbench4j.stats.Summary;

/** The methods with and without proxies, side by side: a table and two plots for each target. */
final class HtmlSignals {
  private final Report report;

  HtmlSignals(Report report) {
    this.report = report;
  }

  /** The key of a signal's style. */
  static String key(int signal) {
    return "s" + signal;
  }

  String sections() {
    Html html = new Html();
    int number = 0;
    for (SignalReport task : report.signals()) {
      html.open("section", "class", "signals");
      html.element("h2", "With and without proxies: " + task.task()).line();
      signals(html, task);
      for (Comparison comparison : task.comparisons()) {
        comparison(html, task, comparison, "signals-" + number++);
      }
      html.close("section").line();
    }
    return html + (number == 0 ? "" : alone());
  }

  /** The tables as papers print them, one for each signal. */
  private String alone() {
    Html html = new Html();
    html.open("section").element("h2", "Every signal by itself").line();
    return html + HtmlTables.of(report) + new Html().close("section").line();
  }

  private static void signals(Html html, SignalReport task) {
    html.open("ul", "class", "caption").line();
    for (int i = 0; i < task.signals().size(); i++) {
      html.open("li").element("strong", SignalText.title(task.signals().get(i)));
      html.text(": " + task.tasks().get(i).objective() + "; " + task.tasks().get(i).budget());
      html.close("li").line();
    }
    html.close("ul").line();
  }

  private void comparison(Html html, SignalReport task, Comparison comparison, String id) {
    html.element("p", caption(comparison), "class", "caption", "id", id + "-table");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table", "class", "paper wide sides", "aria-labelledby", id + "-table").line();
    html.head(heads(comparison).toArray(String[]::new));
    for (int i = 0; i < comparison.rows().size(); i += task.signals().size()) {
      html.open("tbody").line();
      for (int signal = 0; signal < task.signals().size(); signal++) {
        row(html, comparison, comparison.rows().get(i + signal), signal == 0);
      }
      html.close("tbody").line();
    }
    html.close("table").close("div").line();
    html.open("div", "class", "figures").line();
    for (Axis axis : RegretCharts.axes(comparison)) {
      figure(html, comparison, id, axis);
    }
    html.close("div").line();
  }

  private static List<String> heads(Comparison comparison) {
    Stream<String> always =
        Stream.of(
            "Method",
            "Signal",
            "Validation, %",
            "Test, %",
            "Test, with − without",
            "95 % interval",
            "Evaluations",
            "Simulated training, s",
            "Proxies, s");
    Stream<String> own = comparison.hasOwnWork() ? Stream.of("Own work, s") : Stream.empty();
    return Stream.concat(always, own).toList();
  }

  private String caption(Comparison comparison) {
    return ("%s, answers of %s: mean ± sample standard deviation. Bold: highest mean test"
            + " accuracy, and differences whose interval excludes 0. Costs are means; – where no"
            + " seconds are known.")
        .formatted(comparison.title(), RunCounts.of(report.study()));
  }

  private void row(Html html, Comparison comparison, Row row, boolean first) {
    int method = methodIndex(row.method());
    html.open("tr").open("th", "scope", "row");
    if (first) {
      html.element("i", "", "class", HtmlControls.swatch(method)).text(row.method());
    }
    html.close("th");
    html.open("td", "class", "word")
        .element("i", "", "class", HtmlControls.signalSwatch(signalIndex(row.signal())))
        .text(SignalText.title(row.signal()))
        .close("td");
    accuracy(html, row.result().answers().valid().cell(), false);
    accuracy(html, row.result().answers().test().cell(), comparison.isBest(row));
    row.difference().ifPresentOrElse(d -> difference(html, d), () -> noDifference(html));
    html.element("td", mean(row.spending().evaluations()));
    html.element("td", row.hasSeconds() ? mean(row.spending().trainingSeconds()) : "–");
    html.element("td", row.hasSeconds() ? mean(row.spending().proxySeconds()) : "–");
    if (comparison.hasOwnWork()) {
      html.element("td", row.hasSeconds() ? mean(row.spending().ownSeconds()) : "–");
    }
    html.close("tr").line();
  }

  private static void accuracy(Html html, Cell cell, boolean best) {
    html.open("td").element(best ? "strong" : "span", cell.mean());
    if (!cell.deviation().isEmpty()) {
      html.element("span", " ± " + cell.deviation(), "class", "deviation");
    }
    html.close("td");
  }

  private static void difference(Html html, Difference difference) {
    html.open("td")
        .element(
            difference.isSeparated() ? "strong" : "span", SignalText.points(difference.points()))
        .close("td");
    html.element("td", SignalText.interval(difference), "class", "deviation");
  }

  private static void noDifference(Html html) {
    html.element("td", "", "colspan", "2");
  }

  private static String mean(Summary summary) {
    double mean = summary.mean();
    return mean == 0 ? "0" : String.format(Locale.ROOT, mean < 100 ? "%,.1f" : "%,.0f", mean);
  }

  private static void figure(Html html, Comparison comparison, String id, Axis axis) {
    html.open("figure").open("figcaption");
    html.element("strong", comparison.title()).text(" ");
    html.element("small", "mean test regret by " + axis.id());
    html.close("figcaption");
    html.element(
        "div",
        "",
        "class",
        "plot",
        "id",
        id + "-" + axis.id(),
        "role",
        "img",
        "aria-label",
        alt(comparison, axis));
    html.close("figure").line();
  }

  private static String alt(Comparison comparison, Axis axis) {
    StringBuilder text = new StringBuilder("Mean test regret in percentage points by ");
    text.append(axis.id()).append(", logarithmic. Answers at the end:");
    for (Row row : comparison.rows()) {
      text.append(
          " %s on %s %s;"
              .formatted(
                  row.method(),
                  SignalText.title(row.signal()),
                  Decimals.fixed(row.result().regrets().test().mean(), 2)));
    }
    return text.toString();
  }

  private int methodIndex(String label) {
    List<String> labels =
        report.study().setup().methods().stream().map(method -> method.label()).toList();
    return labels.indexOf(label);
  }

  private int signalIndex(String signal) {
    return report.signalNames().indexOf(signal);
  }

  /** Adds the plots' data. */
  void addTo(ArrayNode figures, RegretCharts charts) {
    int number = 0;
    for (SignalReport task : report.signals()) {
      List<String> keys = task.signals().stream().map(s -> key(signalIndex(s))).toList();
      for (Comparison comparison : task.comparisons()) {
        String id = "signals-" + number++;
        for (Axis axis : RegretCharts.axes(comparison)) {
          figures.add(charts.signals(id + "-" + axis.id(), comparison, keys, axis));
        }
      }
    }
  }
}
