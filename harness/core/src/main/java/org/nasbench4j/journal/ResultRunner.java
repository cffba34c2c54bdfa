package org.nasbench4j.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.nasbench4j.work.Workers;

/**
 * Computes results of architectures on several threads into a journal; what is there already is
 * skipped.
 */
public final class ResultRunner {
  private final Workers workers;
  private final Progress progress;

  /** Is told of every result; may be called from several threads, one at a time. */
  @FunctionalInterface
  public interface Progress {

    /**
     * A result has been recorded.
     *
     * @param done the wanted results that are there
     * @param total the wanted results
     */
    void recorded(long done, long total);
  }

  /**
   * Creates a runner.
   *
   * @param threads the results that are computed at the same time, at least 1
   * @param progress is told of every result
   * @throws IllegalArgumentException if there is no thread
   */
  public ResultRunner(int threads, Progress progress) {
    this.workers = new Workers(threads);
    this.progress = progress;
  }

  /**
   * Computes what is missing.
   *
   * @param wanted the official indices of architectures, begun in this order
   * @param work computes one result; is called from several threads
   * @param journal holds the results
   * @param <R> a result
   * @throws IOException if the journal cannot be written
   */
  public <R> void run(List<Integer> wanted, IntFunction<R> work, ResultJournal<?, R> journal)
      throws IOException {
    Set<Integer> there = journal.records().keySet();
    List<Integer> open = wanted.stream().filter(index -> !there.contains(index)).toList();
    Recorder<R> recorder = new Recorder<>(journal, wanted.size() - open.size(), wanted.size());
    workers.run(open, index -> recorder.record(work.apply(index)));
  }

  /** Appends results and tells the progress, one at a time. */
  private final class Recorder<R> {
    private final ResultJournal<?, R> journal;
    private final long total;
    private long done;

    Recorder(ResultJournal<?, R> journal, long done, long total) {
      this.journal = journal;
      this.done = done;
      this.total = total;
    }

    synchronized void record(R record) {
      try {
        journal.append(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      done++;
      progress.recorded(done, total);
    }
  }
}
