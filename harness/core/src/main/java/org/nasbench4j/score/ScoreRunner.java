package org.nasbench4j.score;

import java.io.IOException;
import java.util.List;
import org.nasbench4j.journal.ResultRunner;

/** Scores architectures on several threads into a journal; what is there already is skipped. */
public final class ScoreRunner {
  private final ResultRunner runner;

  /**
   * Creates a runner.
   *
   * @param threads the scores that are computed at the same time, at least 1
   * @param progress is told of every score
   */
  public ScoreRunner(int threads, ResultRunner.Progress progress) {
    this.runner = new ResultRunner(threads, progress);
  }

  /**
   * Computes what is missing.
   *
   * @param wanted the official indices of representatives, begun in this order
   * @param scorer computes one score
   * @param journal holds the scores
   * @throws IOException if the journal cannot be written
   */
  public void run(List<Integer> wanted, ArchitectureScorer scorer, ScoreJournal journal)
      throws IOException {
    runner.run(wanted, scorer::score, journal.results());
  }
}
