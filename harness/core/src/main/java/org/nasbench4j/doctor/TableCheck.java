package org.nasbench4j.doctor;

import java.util.List;

/** Looks for one kind of mistake. Implementations have no state. */
interface TableCheck {

  /** Lower-case letters and hyphens. */
  String name();

  /** What is wrong, in the order of the table; empty if nothing is. */
  List<Finding> examine(Examination table);
}
