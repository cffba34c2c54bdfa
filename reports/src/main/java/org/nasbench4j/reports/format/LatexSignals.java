package org.nasbench4j.reports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nasbench4j.reports.model.Accuracy;
import org.nasbench4j.reports.model.Decimals;
import org.nasbench4j.reports.model.PaperTable.Cell;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.SignalReport;
import org.nasbench4j.reports.model.SignalReport.Comparison;
import org.nasbench4j.reports.model.SignalReport.Difference;
import org.nasbench4j.reports.model.SignalReport.Row;

/**
 * The methods with and without proxies as a table for a paper.
 *
 * @param report whose runs
 * @param task the task
 * @param comparison the target
 * @param label the end of the table's label
 */
record LatexSignals(Report report, SignalReport task, Comparison comparison, String label) {

  String text() {
    return String.join(
        "\n",
        "\\begin{table*}[t]",
        "\\centering",
        "\\caption{" + caption() + "}",
        "\\label{tab:" + label + "}",
        "\\footnotesize\\setlength{\\tabcolsep}{3pt}",
        "\\begin{tabular}{llcccrrr" + (comparison.hasOwnWork() ? "r" : "") + "}",
        "\\toprule",
        "Method & Signal & valid & test & difference & evaluations & training, s & proxies, s"
            + (comparison.hasOwnWork() ? " & own work, s" : "")
            + " \\\\",
        "\\midrule",
        String.join("\n\\addlinespace\n", methods()),
        "\\bottomrule",
        "\\end{tabular}",
        "\\end{table*}\n");
  }

  private String caption() {
    return ("%s on %s with and without proxies: final accuracy in percent, mean $\\pm$ sample standard"
            + " deviation of %s; difference of mean test accuracy to the own signal with a 95\\,\\%%"
            + " interval; bold: highest mean test accuracy, and intervals that exclude 0.")
        .formatted(
            LatexText.escaped(comparison.title()),
            LatexText.escaped(report.study().table().name()),
            LatexText.escaped(RunCounts.of(report.study())));
  }

  private List<String> methods() {
    List<String> methods = new ArrayList<>();
    int signals = task.signals().size();
    for (int i = 0; i < comparison.rows().size(); i += signals) {
      List<String> lines = new ArrayList<>();
      for (int signal = 0; signal < signals; signal++) {
        lines.add(line(comparison.rows().get(i + signal), signal == 0));
      }
      methods.add(String.join("\n", lines));
    }
    return methods;
  }

  private String line(Row row, boolean first) {
    return String.join(
            " & ",
            first ? LatexText.escaped(row.method()) : "",
            LatexText.escaped(SignalText.title(row.signal())),
            accuracy(row.result().answers().valid(), false),
            accuracy(row.result().answers().test(), comparison.isBest(row)),
            row.difference().map(LatexSignals::difference).orElse(""),
            number(row.spending().evaluations().mean()),
            number(row.spending().trainingSeconds().mean()),
            number(row.spending().proxySeconds().mean()))
        + (comparison.hasOwnWork() ? " & " + number(row.spending().ownSeconds().mean()) : "")
        + " \\\\";
  }

  private static String accuracy(Accuracy accuracy, boolean best) {
    Cell cell = accuracy.cell();
    String mean = best ? "\\textbf{" + cell.mean() + "}" : cell.mean();
    return cell.deviation().isEmpty()
        ? mean
        : mean + "\\,{\\scriptsize$\\pm$\\,%s}".formatted(cell.deviation());
  }

  private static String difference(Difference difference) {
    String points = "$%s$".formatted(signed(difference.points()));
    return (difference.isSeparated() ? "{\\boldmath" + points + "}" : points)
        + difference
            .interval()
            .map(
                ends ->
                    " {\\scriptsize[$%s$, $%s$]}"
                        .formatted(signed(ends.low()), signed(ends.high())))
            .orElse("");
  }

  private static String signed(double value) {
    String text = Decimals.fixed(value, 2);
    return text.startsWith("-") ? text : "+" + text;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 && value != 0 ? "%.1f" : "%.0f", value);
  }
}
