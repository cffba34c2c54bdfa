package org.nasbench4j.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyScore;
import org.nasbench4j.space.Architecture;

/**
 * Scores that are read from a journal, and computed and appended to it where they are absent.
 *
 * <p>Each score is computed once, however many searches ask for it at the same time; the others
 * wait. Who asks first does not change a value, since scores are pure functions; the seconds are
 * those that were measured then and kept. Thread-safe.
 */
public final class LiveScores implements Proxy {
  private final ScoreHeader header;
  private final ScoreJournal journal;
  private final ArchitectureScorer scorer;
  private final ToIntFunction<Architecture> representative;
  private final Semaphore workers;
  private final IntConsumer progress;
  private final AtomicInteger computed = new AtomicInteger();
  private final ConcurrentMap<Integer, FutureTask<ScoreRecord>> scores = new ConcurrentHashMap<>();

  /**
   * Reads the scores that are there.
   *
   * @param header what the scores have in common
   * @param journal holds the scores, and is appended to; stays open while this is used
   * @param scorer computes what is absent
   * @param representative the official index of the architecture that stands for another
   * @param workers the scores that are computed at the same time, at least 1
   * @param progress is told how many scores have been computed, after each; from several threads
   * @throws IllegalArgumentException if there is no worker
   */
  public LiveScores(
      ScoreHeader header,
      ScoreJournal journal,
      ArchitectureScorer scorer,
      ToIntFunction<Architecture> representative,
      int workers,
      IntConsumer progress) {
    if (workers < 1) {
      throw new IllegalArgumentException("The workers (%s) must be at least 1.".formatted(workers));
    }
    this.header = header;
    this.journal = journal;
    this.scorer = scorer;
    this.representative = representative;
    this.workers = new Semaphore(workers);
    this.progress = progress;
    journal.records().forEach((index, record) -> scores.put(index, new FutureTask<>(() -> record)));
  }

  @Override
  public ProxyScore score(Architecture architecture) {
    int index = representative.applyAsInt(architecture);
    FutureTask<ScoreRecord> score =
        scores.computeIfAbsent(index, absent -> new FutureTask<>(() -> computed(absent)));
    // does nothing where another thread has run it or runs it now
    score.run();
    ScoreRecord record = result(score);
    return new ProxyScore(record.value(), record.seconds());
  }

  private ScoreRecord computed(int index) {
    workers.acquireUninterruptibly();
    try {
      ScoreRecord record = scorer.score(index);
      journal.append(record);
      progress.accept(computed.incrementAndGet());
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      workers.release();
    }
  }

  private static ScoreRecord result(FutureTask<ScoreRecord> score) {
    try {
      return score.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for a score was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A score could not be computed.", e);
    }
  }

  @Override
  public String settings() {
    return "%s (live where they are not stored)".formatted(header.settings());
  }

  /** Networks are trained for these scores, so a whole space is not looked at. */
  @Override
  public boolean isAffordableEverywhere() {
    return false;
  }
}
