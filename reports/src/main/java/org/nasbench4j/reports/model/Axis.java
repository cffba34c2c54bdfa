package org.nasbench4j.reports.model;

/** What a run pays with. */
public enum Axis {
  /**
   * Charged seconds: simulated training plus proxies. Methods that learn by their own work are not
   * on this axis, since their seconds were measured on some machine.
   */
  SECONDS("seconds"),
  /** Charged evaluations and looks. */
  EVALUATIONS("evaluations");

  private final String id;

  Axis(String id) {
    this.id = id;
  }

  /**
   * The name used in files; it is the unit too.
   *
   * @return lower case
   */
  public String id() {
    return id;
  }
}
