package org.nasbench4j.data.bzip2;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.bzip2.Section.Kind;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * What the blocks of a file hold, in their order. Sections are decompressed ahead as if each was a
 * whole block; one that is none is joined with the next ones when its turn comes.
 */
final class Bzip2Blocks implements Closeable {
  // One false mark in 10^13 bytes is to be expected.
  private static final int MOST_JOINS = 8;

  private final Path path;
  private final Sections sections;
  private final ExecutorService workers;
  private final int most;
  private final Deque<Ahead> waiting = new ArrayDeque<>();
  private int ahead = 1;
  private int announced; // the level at the end of what waits
  private boolean scanned;
  private @Nullable IOException failure;

  private int level;
  private int combined;
  private boolean complete;

  /** A section, and its content if it is a block of a stream of the level. */
  private record Ahead(Section section, int level, FutureTask<InputStream> content) {
    Ahead(Section section, int level) {
      this(section, level, new FutureTask<>(() -> new Bzip2Block(section, level).open()));
    }
  }

  /**
   * Reads those of a file.
   *
   * @param path the file, for messages
   * @param file its bytes
   * @param workers decompress; are shut down with this
   * @param most how many sections may wait, at least 1; with 1 the workers have nothing to do
   */
  Bzip2Blocks(Path path, InputStream file, ExecutorService workers, int most) {
    this.path = path;
    this.sections = new Sections(file);
    this.workers = workers;
    this.most = most;
  }

  /**
   * The next block. The first one is decompressed by the calling thread: there may be no other, or
   * nobody may want it. Later, that thread does what no worker has begun.
   *
   * @return what it holds, its checksum verified; empty behind the last one
   * @throws MalformedTableException if the file is damaged here
   * @throws IOException if the file cannot be read or this thread is interrupted
   */
  Optional<InputStream> next() throws IOException {
    Ahead next = take();
    try {
      while (next != null && next.section().kind() != Kind.BLOCK) {
        pass(next.section());
        next = take();
      }
      if (next != null) {
        return Optional.of(content(next));
      }
      if (!complete) {
        throw new BrokenSectionException("unexpected end");
      }
      return Optional.empty();
    } catch (BrokenSectionException e) {
      throw damaged(next, e);
    }
  }

  private void pass(Section section) throws BrokenSectionException {
    if (complete) {
      throw new BrokenSectionException("unexpected data after the end of a stream");
    }
    Border border = Border.of(section);
    if (section.kind() == Kind.END && section.checksum() != combined) {
      throw new BrokenSectionException("the checksum of a stream is another one");
    }
    level = border.level();
    complete = level == 0;
    combined = 0;
  }

  private InputStream content(Ahead first) throws IOException {
    if (complete) {
      throw new BrokenSectionException("unexpected data after the end of a stream");
    }
    Section section = first.section();
    InputStream content;
    try {
      content = first.level() == level ? result(first) : new Bzip2Block(section, level).open();
    } catch (BrokenSectionException e) {
      content = joined(section, e);
    }
    combined = Integer.rotateLeft(combined, 1) ^ section.checksum();
    ahead = most;
    return content;
  }

  private InputStream joined(Section part, BrokenSectionException damage) throws IOException {
    Section section = part;
    for (int i = 0; i < MOST_JOINS; i++) {
      Ahead next = take();
      if (next == null || section.bits().length() / Byte.SIZE > Sections.LONGEST) {
        throw damage;
      }
      section = section.join(next.section());
      try {
        return new Bzip2Block(section, level).open();
      } catch (BrokenSectionException e) {
        damage.addSuppressed(e);
      }
    }
    throw damage;
  }

  private static InputStream result(Ahead next) throws IOException {
    next.content().run(); // does nothing if a worker has begun
    try {
      return next.content().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException damage) {
        throw damage;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A block could not be decompressed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The reading of a bzip2 file was interrupted.");
    }
  }

  // A disk that fails is told when what was read before it has been handed out.
  private @Nullable Ahead take() throws IOException {
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
    Ahead last = new Ahead(section, announced);
    waiting.add(last);
    if (section.kind() != Kind.BLOCK) {
      announced = announcement(section);
    } else if (ahead > 1 && announced > 0) {
      workers.execute(last.content());
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

  // Nothing is read behind damage.
  private MalformedTableException damaged(@Nullable Ahead place, BrokenSectionException e) {
    waiting.clear();
    scanned = true;
    complete = false;
    return new MalformedTableException(
        path,
        new AtByte(place == null ? sections.place() : place.section().bits().place()),
        "the bzip2 data break off or are damaged (%s)".formatted(e.getMessage()),
        e);
  }

  /** Waits until no worker is left: they have one block each to finish. */
  @Override
  public void close() {
    waiting.clear();
    scanned = true;
    failure = new IOException("The bzip2 file is closed.");
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
