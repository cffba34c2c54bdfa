package org.nasbench4j.data.bzip2;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.bzip2.Section.Kind;

/**
 * The sections of a file that come next. Workers decompress them as if each was a whole block of
 * the stream that was announced last.
 */
final class ReadAhead implements Closeable {
  private final Sections sections;
  private final ExecutorService workers;
  private final int most;
  private final Deque<Promise> waiting = new ArrayDeque<>();
  private int ahead = 1;
  private int announced; // the level at the end of what waits
  private boolean scanned;
  private @Nullable IOException failure;

  /** A section, and its content if it is a block of a stream of the level. */
  record Promise(Section section, int level, FutureTask<Block> block) {
    private Promise(Section section, int level) {
      this(section, level, new FutureTask<>(() -> Block.of(section, level)));
    }
  }

  /**
   * Reads a file.
   *
   * @param sections all of its sections
   * @param workers decompress; are shut down with this
   * @param most how many sections may wait, at least 1; with 1 the workers have nothing to do
   */
  ReadAhead(Sections sections, ExecutorService workers, int most) {
    this.sections = sections;
    this.workers = workers;
    this.most = most;
  }

  /**
   * The next section.
   *
   * @return null behind the last one
   * @throws IOException if the file cannot be read, once what was read before has been handed out
   */
  @Nullable Promise take() throws IOException {
    while (!scanned && waiting.size() < ahead) {
      try {
        Optional<Section> section = sections.next();
        scanned = section.isEmpty();
        section.ifPresent(this::prepare);
      } catch (IOException e) {
        scanned = true;
        failure = e;
      }
    }
    if (waiting.isEmpty() && failure != null) {
      throw failure;
    }
    return waiting.poll();
  }

  private void prepare(Section section) {
    Promise last = new Promise(section, announced);
    waiting.add(last);
    if (section.kind() != Kind.BLOCK) {
      announced = announcement(section);
    } else if (ahead > 1 && announced > 0) {
      workers.execute(last.block());
    }
  }

  // A false mark announces nothing, or the wrong level: then the blocks behind it wait for their
  // turn.
  private int announcement(Section section) {
    try {
      return Border.of(section).level();
    } catch (BrokenSectionException e) {
      return announced;
    }
  }

  /** Will be taken again. */
  void putBack(Promise promise) {
    waiting.addFirst(promise);
  }

  /**
   * From now on the workers have something to do: the first block was wanted, and there is more.
   */
  void begin() {
    ahead = most;
  }

  /** How many bytes of the file were read. */
  long place() {
    return sections.place();
  }

  /** Nothing comes any more, and what waits is not begun. */
  void end() {
    waiting.forEach(promise -> promise.block().cancel(false));
    waiting.clear();
    scanned = true;
  }

  /** Waits until no worker is left: they have one block each to finish. */
  @Override
  public void close() {
    end();
    failure = new IOException("The bzip2 file is closed.");
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
