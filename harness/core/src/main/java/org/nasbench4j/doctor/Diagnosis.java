package org.nasbench4j.doctor;

import java.util.List;
import org.nasbench4j.table.TableInfo;

/**
 * What was found in a table.
 *
 * @param table the table's provenance
 * @param rows the architectures that the table holds
 * @param measured the architectures of its whole space
 * @param checks the names of the checks that looked, in their order
 * @param findings errors first, then warnings, then notes; in the order of the checks
 */
public record Diagnosis(
    TableInfo table, int rows, long measured, List<String> checks, List<Finding> findings) {

  /** Copies the lists. */
  public Diagnosis {
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  /**
   * The number of findings of a severity.
   *
   * @param severity which
   * @return at least 0
   */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /**
   * Whether something is as bad as that.
   *
   * @param severity the least severity that counts
   * @return true if a finding is at least as bad
   */
  public boolean hasAtLeast(Severity severity) {
    return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(severity));
  }
}
