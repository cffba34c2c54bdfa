package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nasbench4j.reports.model.Report;

/** One way to write a report. The bytes depend on the report alone: no clock, no language. */
public interface ReportFormat {

  /**
   * The name of the file.
   *
   * @return without folder
   */
  String fileName();

  /**
   * Writes the report, UTF-8.
   *
   * @param report what to write
   * @param out where to; is not closed
   * @throws IOException if writing fails
   */
  void write(Report report, OutputStream out) throws IOException;

  /**
   * Whether there is anything to write.
   *
   * @param report what to write
   * @return true (the default) for what every report has
   */
  default boolean applies(Report report) {
    return true;
  }

  /**
   * All formats.
   *
   * @return in the order in which they are written; the page, which people open, comes last
   */
  static List<ReportFormat> all() {
    return List.of(
        new SummaryCsv(),
        new AnytimeCsv(),
        new RunsCsv(),
        new SignalsCsv(),
        new RegretsCsv(),
        new AgreementsCsv(),
        new JsonReport(),
        new LatexTable(),
        new HtmlPage());
  }
}
