package org.nasbench4j.reports.format;

import java.util.List;
import org.nasbench4j.reports.model.PaperTable;
import org.nasbench4j.reports.model.PaperTable.Cell;
import org.nasbench4j.reports.model.PaperTable.Row;
import org.nasbench4j.reports.model.Report;

/** The results as papers print them. */
final class HtmlTables {
  private HtmlTables() {}

  static String of(Report report) {
    Html html = new Html();
    for (int i = 0; i < report.tables().size(); i++) {
      table(html, report.tables().get(i), report, "table-" + i);
    }
    return html.toString();
  }

  private static void table(Html html, PaperTable table, Report report, String id) {
    // Not a caption element, which would be as wide as the table and scroll with it on a phone.
    html.element(
        "p",
        ("Final accuracy of the answers on %s in percent, mean ± sample standard deviation"
                + " of %s. Bold: highest mean of the methods.")
            .formatted(report.study().table().name(), RunCounts.of(report.study())),
        "class",
        "caption",
        "id",
        id);
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", id);
    html.open(
            "table",
            "class",
            table.columns().size() > 1 ? "paper wide" : "paper",
            "aria-labelledby",
            id)
        .line();
    head(html, table.columns());
    html.open("tbody").line();
    for (int i = 0; i < table.methods().size(); i++) {
      row(html, table.methods().get(i), HtmlControls.swatch(i));
    }
    html.close("tbody").open("tbody", "class", "yardsticks").line();
    table.yardsticks().forEach(row -> row(html, row, ""));
    html.close("tbody").close("table").close("div").line();
    table.notes().forEach(note -> html.element("p", note, "class", "stamp", "role", "note").line());
  }

  private static void head(Html html, List<PaperTable.Column> columns) {
    html.open("thead").open("tr").element("td", "", "rowspan", "2");
    for (PaperTable.Column column : columns) {
      html.open("th", "colspan", "2", "scope", "colgroup").text(column.title());
      html.element("small", column.budget()).close("th");
    }
    html.close("tr").line().open("tr");
    for (int i = 0; i < columns.size(); i++) {
      html.element("th", "validation", "scope", "col").element("th", "test", "scope", "col");
    }
    html.close("tr").close("thead").line();
  }

  private static void row(Html html, Row row, String swatch) {
    html.open("tr").open("th", "scope", "row");
    if (!swatch.isEmpty()) {
      html.element("i", "", "class", swatch);
    }
    html.text(row.label()).close("th");
    for (PaperTable.Pair pair : row.cells()) {
      cell(html, pair.valid());
      cell(html, pair.test());
    }
    html.close("tr").line();
  }

  private static void cell(Html html, Cell cell) {
    html.open("td").element(cell.best() ? "strong" : "span", cell.mean());
    if (!cell.deviation().isEmpty()) {
      html.element("span", " ± " + cell.deviation(), "class", "deviation");
    }
    html.close("td");
  }
}
