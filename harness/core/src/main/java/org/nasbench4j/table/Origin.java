package org.nasbench4j.table;

/** Whether a stored number was measured or computed from other measured numbers. */
public enum Origin {
  /** Counted on the images of the split. */
  MEASURED,
  /** Computed from other measurements; every answer says so. */
  DERIVED
}
