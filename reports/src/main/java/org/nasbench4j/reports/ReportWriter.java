package org.nasbench4j.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.reports.assembly.StudyReport;
import org.nasbench4j.reports.format.ReportFormat;
import org.nasbench4j.reports.model.Report;
import org.nasbench4j.study.StudyFolder;

/** Writes the report of a study in every format. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes {@code summary.csv}, {@code anytime.csv}, {@code runs.csv}, {@code report.json}, {@code
   * table.tex} and {@code report.html}; where tasks were searched on proxies also {@code
   * signals.csv}, where a plan correlates measures {@code agreements.csv}. Files of these names are
   * replaced, each as a whole; equal studies give equal bytes.
   *
   * @param study a finished study
   * @param folder where the files go; created if it does not exist
   * @return the files, the page last
   * @throws IOException if the study is not finished or cannot be read, or a file cannot be written
   * @throws org.nasbench4j.table.MalformedTableException if a file of the study is damaged
   * @throws IllegalArgumentException if the runs are not those that the study's header announces
   */
  public static List<Path> write(StudyFolder study, Path folder) throws IOException {
    return write(StudyReport.of(study), folder);
  }

  /**
   * Writes a report that was made before.
   *
   * @param report what to write
   * @param folder where the files go; created if it does not exist
   * @return the files, the page last
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(Report report, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : ReportFormat.all()) {
      if (format.applies(report)) {
        Path file = folder.resolve(format.fileName());
        AtomicFile.write(file, out -> format.write(report, out));
        files.add(file);
      }
    }
    return List.copyOf(files);
  }
}
