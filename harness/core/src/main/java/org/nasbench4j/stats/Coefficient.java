package org.nasbench4j.stats;

/** The ways in which {@link Correlation} says how far two scorings agree. */
public enum Coefficient {
  /** Kendall's tau-a: ties count as half agreement, half disagreement. */
  TAU_A("tau-a"),
  /** Kendall's tau-b: ties are taken out of both margins. */
  TAU_B("tau-b"),
  /** Stuart's tau-c, for scorings with different numbers of distinct values. */
  TAU_C("tau-c"),
  /** Spearman's rho: Pearson's coefficient of the average ranks. */
  SPEARMAN("Spearman"),
  /** Pearson's coefficient of the values themselves. */
  PEARSON("Pearson");

  private final String title;

  Coefficient(String title) {
    this.title = title;
  }

  /**
   * The name for a reader, which says which of the taus is meant.
   *
   * @return for example {@code tau-b}
   */
  public String title() {
    return title;
  }
}
