package org.nasbench4j.reports.model;

/** What a run pays with. */
public enum Axis {
  /** Charged seconds: simulated training plus proxies. */
  SECONDS("seconds"),
  /** Charged evaluations. */
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
