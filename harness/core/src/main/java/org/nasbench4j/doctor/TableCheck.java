package org.nasbench4j.doctor;

import java.util.List;

/** Looks for one kind of mistake. Implementations have no state. */
interface TableCheck {

  /** Lower-case letters and hyphens. */
  String name();

  /** What is wrong, in the order of the table; empty if nothing is. */
  List<Finding> examine(Examination table);

  /** A finding of this check. */
  default Finding finding(Severity severity, String subject, Occurrences found, String meaning) {
    return new Finding(name(), severity, subject, found, meaning);
  }

  /** Adds a finding of this check, unless nothing was found. */
  default void add(
      List<Finding> findings,
      Severity severity,
      String subject,
      Occurrences found,
      String meaning) {
    if (found.count() > 0) {
      findings.add(finding(severity, subject, found, meaning));
    }
  }
}
