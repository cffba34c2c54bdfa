package org.nasbench4j.cli.doctor;

import java.util.List;
import org.nasbench4j.doctor.Diagnosis;
import org.nasbench4j.doctor.Finding;
import org.nasbench4j.doctor.Severity;
import org.nasbench4j.table.TableInfo;

/**
 * What {@code nasbench doctor --json} prints.
 *
 * @param architectures those that the table holds
 * @param space the architectures of its whole space
 * @param checks the names of all checks, with or without findings
 */
record DiagnosisJson(
    TableInfo table,
    int architectures,
    long space,
    long errors,
    long warnings,
    long notes,
    List<String> checks,
    List<Entry> findings) {

  /** One finding; its parts side by side. */
  record Entry(
      String check,
      Severity severity,
      String subject,
      long count,
      long of,
      String unit,
      List<String> examples,
      String meaning) {

    static Entry of(Finding finding) {
      return new Entry(
          finding.check(),
          finding.severity(),
          finding.subject(),
          finding.found().count(),
          finding.found().of(),
          finding.found().unit(),
          finding.found().examples(),
          finding.meaning());
    }
  }

  static DiagnosisJson of(Diagnosis diagnosis) {
    return new DiagnosisJson(
        diagnosis.table(),
        diagnosis.rows(),
        diagnosis.measured(),
        diagnosis.count(Severity.ERROR),
        diagnosis.count(Severity.WARNING),
        diagnosis.count(Severity.NOTE),
        diagnosis.checks(),
        diagnosis.findings().stream().map(Entry::of).toList());
  }
}
