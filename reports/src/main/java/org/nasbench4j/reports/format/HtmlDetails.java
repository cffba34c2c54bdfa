package org.nasbench4j.reports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.MethodResult;
import org.nasbench4j.reports.model.NamedRegret;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.Spending;
import org.nasbench4j.reports.model.TargetReport;
import org.nasbench4j.reports.model.TaskReport;
import org.nasbench4j.stats.Summary;
import org.nasbench4j.study.StudyHeader;

/** Everything that a careful reader asks for, folded below the plots. */
final class HtmlDetails {
  /** An optimum with more cells than this is counted, not listed. */
  private static final int LISTED = 8;

  private static final String TRAINING = "Simulated training, s";
  private static final String PROXIES = "Proxies, s";
  private static final String OWN = "Own work, s";
  private static final String OWN_NOTE =
      "Seconds of own work were measured and are no scale for the others. A look at what a method"
          + " has learned counts as an evaluation. ";

  private final Report report;

  HtmlDetails(Report report) {
    this.report = report;
  }

  String results() {
    Html html = new Html();
    for (TaskReport task : report.tasks()) {
      task.targets().forEach(target -> results(html, target));
    }
    return html.toString();
  }

  private static void results(Html html, TargetReport target) {
    table(html, target.title() + ": final accuracy in percent");
    html.head(
        "Method",
        "Split",
        "Runs",
        "Mean",
        "SD",
        "95 % interval",
        "Min",
        "25 %",
        "Median",
        "75 %",
        "Max",
        "Optimal");
    html.open("tbody");
    for (MethodResult method : target.methods()) {
      accuracy(html, method.method(), "validation", method.answers().valid())
          .element("td", share(method.found().bestValid()))
          .close("tr");
      accuracy(html, method.method(), "test", method.answers().test())
          .element("td", share(method.found().bestTest()))
          .close("tr")
          .line();
    }
    end(html);
    regrets(html, target);
    target.regrets().forEach(regret -> regret(html, target, regret));
  }

  private static void regret(Html html, TargetReport target, NamedRegret regret) {
    table(
        html,
        "%s: %s in percentage points, mean (median)".formatted(target.title(), regret.name()));
    html.head("Method", "Test", "Validation");
    html.open("tbody");
    for (NamedRegret.OfMethod method : regret.methods()) {
      html.row(
          List.of(method.method(), meanAndMedian(method.test()), meanAndMedian(method.valid())));
    }
    html.row(
        List.of("best of the table", fixed(regret.least().test()), fixed(regret.least().valid())));
    end(html);
    html.element("p", regret.origin()).line();
  }

  private static Html accuracy(Html html, String method, String split, Accuracy accuracy) {
    Summary percent = accuracy.percent();
    html.open("tr").element("th", method, "scope", "row");
    List.of(
            split,
            Integer.toString(percent.n()),
            fixed(percent.mean()),
            percent.sampleDeviation().stream().mapToObj(HtmlDetails::fixed).findFirst().orElse("–"),
            interval(accuracy),
            fixed(percent.min()),
            fixed(percent.quantile(0.25)),
            fixed(percent.median()),
            fixed(percent.quantile(0.75)),
            fixed(percent.max()))
        .forEach(cell -> html.element("td", cell));
    return html;
  }

  private static String interval(Accuracy accuracy) {
    return accuracy
        .meanInterval()
        .map(ends -> fixed(ends.low()) + " – " + fixed(ends.high()))
        .orElse("–");
  }

  private static void regrets(Html html, TargetReport target) {
    table(html, target.title() + ": regret in percentage points, mean (median)");
    html.head("Method", "Test", "= search", "+ unavoidable", "Validation");
    html.open("tbody");
    for (MethodResult method : target.methods()) {
      MethodResult.Regrets regrets = method.regrets();
      html.row(
          List.of(
              method.method(),
              meanAndMedian(regrets.test()),
              meanAndMedian(regrets.search()),
              fixed(target.unavoidableRegret()),
              meanAndMedian(regrets.valid())));
    }
    end(html);
  }

  String spending() {
    Html html = new Html();
    for (TaskReport task : report.tasks()) {
      table(
          html,
          "%s: %s, overshoot: %s"
              .formatted(task.task().name(), task.task().budget(), task.task().overshoot()));
      spending(html, task.spending());
      html.element("p", "Objective: " + task.task().objective() + ".").line();
    }
    return html.toString();
  }

  private void spending(Html html, List<Spending> methods) {
    boolean own = OwnWork.isIn(methods);
    List<String> seconds = own ? List.of(TRAINING, PROXIES, OWN) : List.of(TRAINING, PROXIES);
    html.head(columns("Method", "Evaluations", seconds, "Runs ended by").toArray(String[]::new));
    html.open("tbody");
    for (Spending spending : methods) {
      List<String> cells = new ArrayList<>();
      cells.add(meanAndRange(spending.trainingSeconds()));
      cells.add(meanAndRange(spending.proxySeconds()));
      if (own) {
        cells.add(meanAndRange(spending.ownSeconds()));
      }
      String looks = meanAndRange(spending.evaluations());
      html.row(columns(spending.method(), looks, cells, stops(spending)));
    }
    end(html);
    if (own) {
      html.element("p", OWN_NOTE + OwnWork.measuredOn(report.study()) + ".").line();
    }
  }

  private static List<String> columns(
      String method, String evaluations, List<String> seconds, String stops) {
    return Stream.of(List.of(method, evaluations), seconds, List.of(stops))
        .flatMap(List::stream)
        .toList();
  }

  private static String stops(Spending spending) {
    return spending.orderedStops().entrySet().stream()
        .filter(stop -> stop.getValue() > 0)
        .map(stop -> stop.getKey().name().toLowerCase(Locale.ROOT) + " " + stop.getValue())
        .collect(Collectors.joining(", "));
  }

  String yardsticks() {
    Html html = new Html();
    report.tasks().stream()
        .flatMap(task -> task.targets().stream())
        .forEach(target -> yardstick(html, target));
    return html.toString();
  }

  private static void yardstick(Html html, TargetReport target) {
    StudyHeader.TargetSummary yardstick = target.yardstick();
    prose(html, target.title());
    html.head("", "Measure", "Best, %", "Mean of the table, %", "Best cells");
    html.open("tbody");
    html.row(
        List.of(
            "validation",
            yardstick.valid(),
            fixed(yardstick.bestValid().percent()),
            fixed(yardstick.meanValid()),
            cells(yardstick.bestValid())));
    html.row(
        List.of(
            "test",
            yardstick.test(),
            fixed(yardstick.bestTest().percent()),
            fixed(yardstick.meanTest()),
            cells(yardstick.bestTest())));
    end(html);
    html.element(
        "p",
        "The best cell by validation has %s %% on test: %s points are unavoidable."
            .formatted(fixed(yardstick.testOfBestValid()), fixed(target.unavoidableRegret())));
  }

  private static String cells(StudyHeader.Best best) {
    int count = best.architectures().size();
    String listed = best.architectures().stream().limit(LISTED).collect(Collectors.joining("; "));
    if (count == 1) {
      return listed;
    }
    return "%d tie: %s%s".formatted(count, listed, count > LISTED ? "; …" : "");
  }

  String methods() {
    Html html = new Html();
    for (StudyHeader.Method method : report.study().setup().methods()) {
      prose(html, title(method));
      html.head("Setting", "Value", "Origin").open("tbody");
      method.settings().forEach(s -> html.row(List.of(s.name(), s.value(), s.origin())));
      if (method.settings().isEmpty()) {
        html.row(List.of("none", "", ""));
      }
      end(html);
      html.element("p", method.summary()).line();
    }
    return html.toString();
  }

  private static String title(StudyHeader.Method method) {
    return method.label().equals(method.method())
        ? method.label()
        : method.label() + " (" + method.method() + ")";
  }

  String provenance() {
    StudyHeader study = report.study();
    StudyHeader.Provenance machine = study.setup().provenance();
    Html html = new Html();
    prose(html, "Where these numbers come from");
    html.open("tbody");
    html.row(List.of("Table", study.table().name() + " (" + study.table().space() + ")"));
    html.row(List.of("Content hash", study.table().contentHash()));
    html.row(List.of("Imported from", String.join("; ", study.table().sources())));
    html.row(List.of("Format", study.table().format() + ", by " + study.table().creator()));
    html.row(List.of("Notes", String.join(" ", study.table().notes())));
    html.row(List.of("Plan, SHA-256", study.planHash()));
    html.row(List.of("Seed", Long.toString(study.seed())));
    html.row(List.of("Randomness", machine.random()));
    html.row(List.of("Program", machine.program()));
    html.row(List.of("Java", machine.java()));
    html.row(
        List.of(
            "Machine",
            "%s, %s, %d cores".formatted(machine.system(), machine.processor(), machine.cores())));
    end(html);
    return html.toString();
  }

  private static void table(Html html, String caption) {
    html.open("div", "class", "scroll", "tabindex", "0").open("table");
    html.element("caption", caption).line();
  }

  /** A table of words, which may break into lines. */
  private static void prose(Html html, String caption) {
    html.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "prose");
    html.element("caption", caption).line();
  }

  private static void end(Html html) {
    html.close("tbody").close("table").close("div").line();
  }

  private static String fixed(double value) {
    return Decimals.fixed(value, 2);
  }

  private static String share(double share) {
    return Decimals.fixed(100 * share, 1) + " % of runs";
  }

  private static String meanAndMedian(Summary summary) {
    return "%s (%s)".formatted(fixed(summary.mean()), fixed(summary.median()));
  }

  private static String meanAndRange(Summary summary) {
    String mean = Decimals.fixed(summary.mean(), 1);
    return summary.min() == summary.max()
        ? mean
        : "%s (%s – %s)"
            .formatted(
                mean, Decimals.trimmed(summary.min(), 1), Decimals.trimmed(summary.max(), 1));
  }
}
