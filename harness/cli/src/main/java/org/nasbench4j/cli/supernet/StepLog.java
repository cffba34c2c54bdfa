package org.nasbench4j.cli.supernet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.io.LineReader;
import org.nasbench4j.io.LockedFile;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.table.MalformedTableException;

/**
 * The steps of a training, {@code steps.jsonl}: one line of JSON each, under a lock that keeps a
 * second process out. Lines beyond the last checkpoint are written again.
 */
final class StepLog implements Closeable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final LockedFile locked;
  private final FileChannel channel;
  private @Nullable SupernetStep last;

  private StepLog(Path file, LockedFile locked) {
    this.file = file;
    this.locked = locked;
    this.channel = locked.channel();
  }

  /**
   * Opens or creates a log; {@link #keep} must follow.
   *
   * @throws FileSystemException if another process has it open
   */
  static StepLog open(Path file) throws IOException {
    return new StepLog(
        file, LockedFile.open(file, "another process is training here; wait for it or stop it"));
  }

  /** Reads a log that nobody writes. */
  static List<SupernetStep> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, channel, Long.MAX_VALUE).steps();
    }
  }

  /** The first lines of a log, and where the last of them ends. */
  private record Lines(List<SupernetStep> steps, long end) {}

  // Lines beyond those that are asked for are looked at but not kept, so that a file of something
  // else is not cut off; a torn last line is no line.
  private static Lines read(Path file, FileChannel channel, long most) throws IOException {
    List<SupernetStep> steps = new ArrayList<>();
    long end = 0;
    LineReader lines = new LineReader(channel);
    while (lines.next() && lines.isTerminated()) {
      SupernetStep step = parsed(file, lines);
      if (steps.size() < most) {
        if (step.step() != steps.size() + 1L) {
          throw new MalformedTableException(
              file,
              lines.start(),
              "step %d stands where %d should".formatted(step.step(), steps.size() + 1L));
        }
        steps.add(step);
        end = lines.end();
      }
    }
    return new Lines(steps, end);
  }

  private static SupernetStep parsed(Path file, LineReader lines) throws IOException {
    try {
      SupernetStep step = MAPPER.readValue(lines.line(), SupernetStep.class);
      if (step != null) {
        return step;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(file, lines.start(), "a line is no step of a training", e);
    }
    throw new MalformedTableException(file, lines.start(), "null stands where a step should");
  }

  /**
   * Cuts off all but the first lines.
   *
   * @throws MalformedTableException if there are fewer, or a line is no step
   */
  void keep(long steps) throws IOException {
    Lines kept = read(file, channel, steps);
    if (kept.steps().size() < steps) {
      throw new MalformedTableException(
          file,
          kept.end(),
          "it ends after %d of the %d steps of the checkpoint"
              .formatted(kept.steps().size(), steps));
    }
    channel.truncate(kept.end());
    channel.position(kept.end());
    last = kept.steps().isEmpty() ? null : kept.steps().get(kept.steps().size() - 1);
  }

  void append(SupernetStep step) throws IOException {
    ByteBuffer line =
        ByteBuffer.wrap((MAPPER.writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    last = step;
  }

  /** Makes sure that no checkpoint is ahead of the log, whatever is pulled out. */
  void sync() throws IOException {
    channel.force(false);
  }

  /** The last line. */
  SupernetStep last() {
    if (last == null) {
      throw new IllegalStateException("A training has at least one step.");
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    locked.close();
  }
}
