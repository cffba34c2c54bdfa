package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.reports.chart.ChartLibrary;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.study.StudyHeader;

/** {@code report.html}: one page that needs nothing else, no network either. */
final class HtmlPage implements ReportFormat {

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    HtmlFigures figures = new HtmlFigures(report);
    HtmlDetails details = new HtmlDetails(report);
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("title", Html.escaped(report.study().name())),
            Map.entry("subtitle", Html.escaped(subtitle(report.study()))),
            Map.entry("stamps", stamps(report.tasks())),
            Map.entry("verdicts", HtmlVerdicts.of(report)),
            Map.entry("tables", report.signals().isEmpty() ? HtmlTables.of(report) : ""),
            Map.entry("more-files", moreFiles(report)),
            Map.entry("agreements", HtmlAgreements.of(report)),
            Map.entry("controls", HtmlControls.of(report)),
            Map.entry("signals", new HtmlSignals(report).sections()),
            Map.entry("figures", figures.sections()),
            Map.entry("results", details.results()),
            Map.entry("spending", details.spending()),
            Map.entry("yardsticks", details.yardsticks()),
            Map.entry("methods", details.methods()),
            Map.entry("plan", Html.escaped(report.study().plan())),
            Map.entry("provenance", details.provenance()),
            Map.entry("style", Template.resource("report.css")),
            Map.entry("library", ChartLibrary.script()),
            Map.entry("data", figures.data()),
            Map.entry("script", Template.resource("report.js")));
    String page = Template.filled(Template.resource("report.html"), values);
    out.write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String moreFiles(Report report) {
    return Stream.of(new SignalsCsv(), new RegretsCsv(), new AgreementsCsv())
        .filter(format -> format.applies(report))
        .map(format -> ", " + format.fileName())
        .collect(Collectors.joining());
  }

  private static String subtitle(StudyHeader study) {
    return List.of(
            study.table().name(),
            count(study.setup().methods().size(), "method"),
            count(study.tasks().size(), "task"),
            runs(study),
            "seed " + study.seed(),
            "duplicates: " + study.duplicates())
        .stream()
        .collect(Collectors.joining(" · "));
  }

  private static String runs(StudyHeader study) {
    String others = RunCounts.others(study);
    return count(study.runs(), "run") + " each" + (others.isEmpty() ? "" : " (" + others + ")");
  }

  private static String count(int number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  private static String stamps(List<TaskReport> tasks) {
    Html html = new Html();
    for (TaskReport task : tasks) {
      for (String stamp : task.task().stamps()) {
        html.open("p", "class", "stamp", "role", "note");
        html.element("strong", task.task().name()).text(" " + stamp).close("p").line();
      }
    }
    return html.toString();
  }
}
