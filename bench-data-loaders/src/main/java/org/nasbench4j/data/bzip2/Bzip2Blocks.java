package org.nasbench4j.data.bzip2;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.bzip2.ReadAhead.Promise;
import org.nasbench4j.data.bzip2.Section.Kind;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * What the blocks of a file hold, in their order. A section that is not a whole block is joined
 * with the next ones when its turn comes.
 */
final class Bzip2Blocks implements Closeable {
  // One false mark in 10^13 bytes is to be expected.
  private static final int MOST_JOINS = 8;

  private final Path path;
  private final ReadAhead sections;
  private int level;
  private int combined;
  private boolean complete;
  private @Nullable MalformedTableException damage;

  /**
   * Reads those of a file.
   *
   * @param path the file, for messages
   * @param sections all of its sections; are closed with this
   */
  Bzip2Blocks(Path path, ReadAhead sections) {
    this.path = path;
    this.sections = sections;
  }

  /**
   * The next block. The first one is decompressed by the calling thread: there may be no other, or
   * nobody may want it. Later, that thread does what no worker has begun.
   *
   * @return what it holds, its checksum verified; empty behind the last one
   * @throws MalformedTableException if the file is damaged here, or was before
   * @throws IOException if the file cannot be read or this thread is interrupted; an interrupted
   *     reading can go on
   */
  Optional<InputStream> next() throws IOException {
    if (damage != null) {
      throw damage;
    }
    Promise next = sections.take();
    try {
      while (next != null && next.section().kind() != Kind.BLOCK) {
        pass(next.section());
        next = sections.take();
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
    requireStream();
    Border border = Border.of(section);
    if (section.kind() == Kind.END && section.checksum() != combined) {
      throw new BrokenSectionException("the checksum of a stream is another one");
    }
    level = border.level();
    complete = level == 0;
    combined = 0;
  }

  private void requireStream() throws BrokenSectionException {
    if (complete) {
      throw new BrokenSectionException("unexpected data after the end of a stream");
    }
  }

  private InputStream content(Promise next) throws IOException {
    requireStream();
    Block block;
    try {
      block = next.level() == level ? promised(next) : Block.of(next.section(), level);
    } catch (BrokenSectionException e) {
      block = joined(next.section(), e);
    }
    combined = Integer.rotateLeft(combined, 1) ^ block.checksum();
    sections.begin();
    return block.content();
  }

  private Block joined(Section part, BrokenSectionException reason) throws IOException {
    Section section = part;
    for (int i = 0; i < MOST_JOINS; i++) {
      Promise next = sections.take();
      if (next == null || section.bits().length() / Byte.SIZE > Sections.LONGEST) {
        throw reason;
      }
      section = section.join(next.section());
      try {
        return Block.of(section, level);
      } catch (BrokenSectionException e) {
        reason.addSuppressed(e);
      }
    }
    throw reason;
  }

  private Block promised(Promise next) throws IOException {
    next.block().run(); // does nothing if a worker has begun
    try {
      return next.block().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A block could not be decompressed.", e.getCause());
    } catch (InterruptedException e) {
      sections.putBack(next);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The reading of a bzip2 file was interrupted.");
    }
  }

  // Nothing is read behind damage.
  private MalformedTableException damaged(@Nullable Promise place, BrokenSectionException e) {
    sections.end();
    damage =
        new MalformedTableException(
            path,
            new AtByte(place == null ? sections.place() : place.section().bits().place()),
            "the bzip2 data break off or are damaged (%s)".formatted(e.getMessage()),
            e);
    return damage;
  }

  /** Ends the workers, too. */
  @Override
  public void close() {
    damage = null;
    sections.close();
  }
}
