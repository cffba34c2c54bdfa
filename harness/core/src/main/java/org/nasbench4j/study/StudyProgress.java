package org.nasbench4j.study;

/** Is told how far a study is; may be called from several threads, one at a time. */
@FunctionalInterface
public interface StudyProgress {

  /** Tells nobody. */
  StudyProgress SILENT = (done, total) -> {};

  /**
   * A run has been recorded.
   *
   * @param done the runs recorded so far
   * @param total all runs
   */
  void recorded(long done, long total);
}
