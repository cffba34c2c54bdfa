package org.nasbench4j.reports.format;

import java.io.IOException;
import java.io.OutputStream;
import org.nasbench4j.reports.format.CsvTable.Row;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyHeader.Agreement;

/**
 * {@code agreements.csv}: one row for each measure and final test accuracy. Only where a plan
 * correlates measures.
 */
final class AgreementsCsv implements ReportFormat {

  @Override
  public String fileName() {
    return "agreements.csv";
  }

  @Override
  public boolean applies(Report report) {
    return !report.study().setup().agreements().isEmpty();
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out);
    for (Agreement agreement : report.study().setup().agreements()) {
      table.add(
          new Row()
              .put("measure", agreement.measure())
              .put("test_measure", agreement.test())
              .put("architectures", agreement.architectures())
              .put("tau_b", agreement.tau())
              .put("tau_b_ci95_low", agreement.low())
              .put("tau_b_ci95_high", agreement.high()));
    }
  }
}
