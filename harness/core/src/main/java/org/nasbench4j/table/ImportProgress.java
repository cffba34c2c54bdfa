package org.nasbench4j.table;

/** Is told how far a long reading is. */
@FunctionalInterface
public interface ImportProgress {

  /** Tells nobody. */
  ImportProgress SILENT = (done, total) -> {};

  /**
   * Some work was done.
   *
   * @param done the units done so far
   * @param total all units, or -1 while unknown
   */
  void advanced(long done, long total);
}
