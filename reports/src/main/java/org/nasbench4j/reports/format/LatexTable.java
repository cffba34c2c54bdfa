package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.reports.model.PaperTable;
import org.nasbench4j.reports.model.PaperTable.Cell;
import org.nasbench4j.reports.model.PaperTable.Row;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.reports.model.SignalReport;

/** {@code table.tex}: the tables for a paper, to be read by {@code \input}; needs booktabs. */
final class LatexTable implements ReportFormat {

  @Override
  public String fileName() {
    return "table.tex";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("% Needs \\usepackage{booktabs}. Read it by \\input{table}.\n");
    for (int i = 0; i < report.tables().size(); i++) {
      text.append(new Document(report, report.tables().get(i), i + 1).text());
    }
    int number = report.tables().size();
    for (SignalReport task : report.signals()) {
      for (SignalReport.Comparison comparison : task.comparisons()) {
        number++;
        text.append(new LatexSignals(report, task, comparison, label(report, number)).text());
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String label(Report report, int number) {
    String slug = report.study().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug + "-" + number;
  }

  /** One table of a report. */
  private record Document(Report report, PaperTable table, int number) {

    String text() {
      return String.join(
          "\n",
          "\\begin{" + environment() + "}[t]",
          "\\centering",
          "\\caption{" + caption() + "}",
          "\\label{tab:" + label(report, number) + "}",
          "\\footnotesize\\setlength{\\tabcolsep}{3pt}",
          "\\begin{tabular}{l" + "c".repeat(2 * table.columns().size()) + "}",
          "\\toprule",
          head() + " \\\\",
          rules(),
          "Method" + " & valid & test".repeat(table.columns().size()) + " \\\\",
          "\\midrule",
          rows(table.methods()),
          "\\midrule",
          rows(table.yardsticks()),
          "\\bottomrule",
          "\\end{tabular}",
          notes() + "\\end{" + environment() + "}\n");
    }

    /** Several data sets need the width of the page, not of a column. */
    private String environment() {
      return table.columns().size() > 1 ? "table*" : "table";
    }

    private String caption() {
      return "Final accuracy in percent on "
          + LatexText.escaped(report.study().table().name())
          + ", mean $\\pm$ sample standard deviation of "
          + LatexText.escaped(RunCounts.of(report.study()))
          + "; bold: highest mean of the methods. Budget of a run: "
          + LatexText.escaped(
              table.columns().stream()
                  .map(PaperTable.Column::budget)
                  .distinct()
                  .collect(Collectors.joining(", ")))
          + ".";
    }

    private String head() {
      return table.columns().stream()
          .map(column -> " & \\multicolumn{2}{c}{" + LatexText.escaped(column.title()) + "}")
          .collect(Collectors.joining());
    }

    private String rules() {
      return IntStream.range(0, table.columns().size())
          .mapToObj(i -> "\\cmidrule(lr){%d-%d}".formatted(2 * i + 2, 2 * i + 3))
          .collect(Collectors.joining(" "));
    }

    private static String rows(List<Row> rows) {
      return rows.stream().map(Document::row).collect(Collectors.joining("\n"));
    }

    private static String row(Row row) {
      return row.cells().stream()
          .map(pair -> " & " + cell(pair.valid()) + " & " + cell(pair.test()))
          .collect(Collectors.joining("", LatexText.escaped(row.label()), " \\\\"));
    }

    private static String cell(Cell cell) {
      String mean = cell.best() ? "\\textbf{" + cell.mean() + "}" : cell.mean();
      return cell.deviation().isEmpty()
          ? mean
          : mean + "\\,{\\scriptsize$\\pm$\\,%s}".formatted(cell.deviation());
    }

    private String notes() {
      return table.notes().stream()
          .map(note -> "\\par\\smallskip\\textbf{Note.} " + LatexText.escaped(note) + "\n")
          .collect(Collectors.joining());
    }
  }
}
