package org.nasbench4j.reports.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nasbench4j.reports.chart.RegretCharts;
import org.nasbench4j.reports.chart.RegretKind;
import org.nasbench4j.reports.model.Axis;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;

/** The plots: their places in the page and their data. */
final class HtmlFigures {
  private final Report report;
  private final JsonMapper mapper = new JsonMapper();
  private final RegretCharts charts = new RegretCharts();

  HtmlFigures(Report report) {
    this.report = report;
  }

  /** One plot. */
  private record Figure(String id, TaskReport task, TargetReport target, RegretKind kind) {}

  private void forEach(RegretKind kind, Consumer<Figure> consumer) {
    int number = 0;
    for (TaskReport task : report.tasks()) {
      for (TargetReport target : task.targets()) {
        consumer.accept(new Figure(kind.id() + "-" + number++, task, target, kind));
      }
    }
  }

  /** The plots of test regret, then those of validation regret. */
  String sections() {
    Html html = new Html();
    for (RegretKind kind : RegretKind.values()) {
      html.open("section").element("h2", kind.title() + " regret while searching").line();
      note(html, kind);
      html.open("div", "class", "figures").line();
      forEach(kind, figure -> figure(html, figure));
      html.close("div").close("section").line();
    }
    return html.toString();
  }

  /** Once on the page: what is not on the axis of seconds. */
  private void note(Html html, RegretKind kind) {
    String note = OwnWork.notOnSeconds(report);
    if (kind == RegretKind.TEST && !note.isEmpty()) {
      html.element("p", note, "class", "caption").line();
    }
  }

  private static void figure(Html html, Figure figure) {
    html.open("figure").open("figcaption").element("strong", figure.target().title());
    html.text(" ").element("small", figure.task().task().budget());
    figure.task().task().stamps().forEach(stamp -> html.element("em", stamp, "class", "stamp"));
    html.close("figcaption");
    html.element(
        "div", "", "class", "plot", "id", figure.id(), "role", "img", "aria-label", alt(figure));
    html.close("figure").line();
  }

  private static String alt(Figure figure) {
    String ends =
        figure.target().methods().stream()
            .map(method -> method.method() + " " + lastMean(method, figure.kind()))
            .collect(Collectors.joining(", "));
    return "Mean %s regret on %s in percentage points, logarithmic. At the end: %s."
        .formatted(figure.kind().id(), figure.target().title(), ends);
  }

  private static String lastMean(MethodResult method, RegretKind kind) {
    return method.anytime().stream()
        .filter(anytime -> anytime.axis() == Axis.EVALUATIONS && !anytime.points().isEmpty())
        .map(anytime -> anytime.points().get(anytime.points().size() - 1))
        .map(point -> Decimals.fixed(kind.band(point).mean(), 2))
        .findFirst()
        .orElse("unknown");
  }

  /** The plots' data; harmless inside a script element. */
  String data() {
    ArrayNode figures = mapper.createArrayNode();
    new HtmlSignals(report).addTo(figures, charts);
    for (RegretKind kind : RegretKind.values()) {
      forEach(
          kind,
          figure ->
              figures.add(
                  charts.figure(
                      figure.id(), figure.target(), kind, figure.task().task().meanSeconds())));
    }
    try {
      return mapper.writeValueAsString(figures).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree must always be writable.", e);
    }
  }
}
