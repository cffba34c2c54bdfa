package org.nasbench4j.reports.format;

import java.util.EnumSet;
import java.util.Set;
import org.nasbench4j.reports.chart.RegretCharts;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyHeader;

/** The legend of all plots, which switches lines on and off, and what can be chosen for them. */
final class HtmlControls {
  /** Colours that people with any colour vision tell apart; then the dashes change. */
  private static final int COLOURS = 7;

  private static final int DASHES = 3;

  private final Report report;

  private HtmlControls(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new HtmlControls(report).markup();
  }

  /** The class of a method's colour and dash. */
  static String swatch(int method) {
    return "swatch c%d d%d".formatted(method % COLOURS, method / COLOURS % DASHES);
  }

  /** The class of a signal's dash, in the colour of text. */
  static String signalSwatch(int signal) {
    return "swatch signal d%d".formatted(signal % DASHES);
  }

  private String markup() {
    Html html = new Html();
    html.open("div", "class", "legend", "role", "group", "aria-label", "Lines").line();
    int index = 0;
    for (StudyHeader.Method method : report.study().setup().methods()) {
      line(html, "m" + index, method.label(), swatch(index));
      index++;
    }
    line(html, "sampling", "random sampling", "swatch baseline d2");
    if (hasRandomSearch()) {
      line(html, "random-search", "random search, exact", "swatch baseline d1");
    }
    line(html, "unavoidable", "unavoidable", "swatch baseline");
    html.close("div").line();
    signals(html);
    html.open("div", "class", "choices").line();
    axes(html);
    choice(html, "scale", "of scale", "value", "linear", "log", "logarithmic");
    choice(html, "band", "Band", "quartiles", "25–75 %", "tails", "5–95 %", "none", "none");
    return html.close("div").toString();
  }

  /** What the dashes mean where methods were run with and without proxies. */
  private void signals(Html html) {
    if (report.signals().isEmpty()) {
      return;
    }
    html.open("div", "class", "legend", "role", "group", "aria-label", "Signals")
        .text("Signal:")
        .line();
    int index = 0;
    for (String signal : report.signalNames()) {
      line(html, HtmlSignals.key(index), SignalText.title(signal), signalSwatch(index));
      index++;
    }
    html.close("div").line();
  }

  private boolean hasRandomSearch() {
    return report.tasks().stream().anyMatch(task -> !task.task().randomSearch().isEmpty());
  }

  private static void line(Html html, String key, String label, String swatch) {
    html.open("button", "type", "button", "data-line", key, "aria-pressed", "true");
    html.element("i", "", "class", swatch).text(label).close("button").line();
  }

  private void axes(Html html) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    report.tasks().stream()
        .flatMap(task -> task.targets().stream())
        .forEach(target -> axes.addAll(RegretCharts.axes(target)));
    if (axes.contains(Axis.SECONDS) && !OwnWork.isIn(report)) {
      choice(html, "axis", "Axis", "seconds", "simulated seconds", "evaluations", "evaluations");
    } else if (axes.contains(Axis.SECONDS)) {
      // All methods have a curve on the first axis.
      choice(html, "axis", "Axis", "evaluations", "evaluations", "seconds", "simulated seconds");
    } else {
      choice(html, "axis", "Axis", "evaluations", "evaluations");
    }
  }

  /** A choice of one; options are value, text, value, text, and the first is chosen. */
  private static void choice(Html html, String name, String title, String... options) {
    html.open("label").text(title + " ").open("select", "name", name);
    for (int i = 0; i < options.length; i += 2) {
      html.element("option", options[i + 1], "value", options[i]);
    }
    html.close("select").close("label").line();
  }
}
