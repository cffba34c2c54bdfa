package org.nasbench4j.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.nasbench4j.work.Workers;

/** Scores architectures on several threads into a journal; what is there already is skipped. */
public final class ScoreRunner {
  private final Workers workers;
  private final Progress progress;

  /** Is told of every score; may be called from several threads, one at a time. */
  @FunctionalInterface
  public interface Progress {

    /**
     * A score has been recorded.
     *
     * @param done the wanted scores that are there
     * @param total the wanted scores
     */
    void scored(long done, long total);
  }

  /**
   * Creates a runner.
   *
   * @param threads the scores that are computed at the same time, at least 1
   * @param progress is told of every score
   */
  public ScoreRunner(int threads, Progress progress) {
    this.workers = new Workers(threads);
    this.progress = progress;
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
    Map<Integer, ScoreRecord> there = journal.records();
    List<Integer> open = wanted.stream().filter(index -> !there.containsKey(index)).toList();
    Recorder recorder = new Recorder(journal, wanted.size() - open.size(), wanted.size());
    workers.run(open, index -> recorder.record(scorer.score(index)));
  }

  /** Appends scores and tells the progress, one at a time. */
  private final class Recorder {
    private final ScoreJournal journal;
    private final long total;
    private long done;

    Recorder(ScoreJournal journal, long done, long total) {
      this.journal = journal;
      this.done = done;
      this.total = total;
    }

    synchronized void record(ScoreRecord record) {
      try {
        journal.append(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      done++;
      progress.scored(done, total);
    }
  }
}
