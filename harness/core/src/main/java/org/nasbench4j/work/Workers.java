package org.nasbench4j.work;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Threads that take the items of a list one after the other. When one fails, the others finish the
 * item that they are at.
 */
public final class Workers {
  private final int threads;

  /**
   * Names the number of threads.
   *
   * @param threads at least 1
   * @throws IllegalArgumentException if there is no thread
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The threads (%s) must be at least 1.".formatted(threads));
    }
    this.threads = threads;
  }

  /**
   * Does the work of all items and waits for it.
   *
   * @param items what is to be done, begun in this order
   * @param work does one item; is called from several threads
   * @param <T> an item
   * @throws InterruptedIOException if this thread was interrupted
   * @throws IOException if the work of an item threw it as an {@link UncheckedIOException}
   */
  public <T> void run(List<T> items, Consumer<T> work) throws IOException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      futures.add(pool.submit(() -> takeTurns(items, work, next)));
    }
    pool.shutdown();
    try {
      while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
        // The work may take days; it ends when the workers do.
      }
    } catch (InterruptedException e) {
      next.set(items.size());
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The work was interrupted; it can be resumed.");
    }
    for (Future<?> future : futures) {
      requireSuccess(future);
    }
  }

  private static <T> void takeTurns(List<T> items, Consumer<T> work, AtomicInteger next) {
    boolean failed = true;
    try {
      for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
        work.accept(items.get(i));
      }
      failed = false;
    } finally {
      if (failed) {
        next.set(items.size());
      }
    }
  }

  private static void requireSuccess(Future<?> worker) throws IOException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("The work of an item failed.", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("A finished worker cannot be waited for.", e);
    }
  }
}
