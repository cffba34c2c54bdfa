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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.io.LineReader;
import org.nasbench4j.io.LockedFile;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.neural.supernet.SupernetStep;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * The steps of a training, {@code steps.jsonl}: one line of JSON each, under a lock that keeps a
 * second process out. Lines beyond the last checkpoint are written again; those before it are held
 * against a digest.
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
  private MessageDigest digest = Sha256.digest();
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
  static Lines read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file, channel, Long.MAX_VALUE);
    }
  }

  /** The first lines of a log, where the last of them ends, and a digest that was fed with them. */
  record Lines(List<SupernetStep> steps, long end, MessageDigest digest) {

    String sha256() {
      return hex(digest);
    }
  }

  // Of what the digest was fed with so far; more may follow.
  private static String hex(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("A digest of the platform can be copied.", e);
    }
  }

  // Lines beyond those that are asked for are looked at but not kept, so that a file of something
  // else is not cut off; a torn last line is no line.
  private static Lines read(Path file, FileChannel channel, long most) throws IOException {
    List<SupernetStep> steps = new ArrayList<>();
    MessageDigest digest = Sha256.digest();
    long end = 0;
    LineReader lines = new LineReader(channel);
    while (lines.next() && lines.isTerminated()) {
      SupernetStep step = parsed(file, lines);
      if (steps.size() < most) {
        requireNext(file, lines.start(), steps, step);
        steps.add(step);
        digest.update(lines.line());
        digest.update((byte) '\n');
        end = lines.end();
      }
    }
    return new Lines(steps, end, digest);
  }

  private static void requireNext(
      Path file, long offset, List<SupernetStep> before, SupernetStep step) {
    if (step.step() != before.size() + 1L) {
      throw new MalformedTableException(
          file,
          new AtByte(offset),
          "step %d stands where %d should".formatted(step.step(), before.size() + 1L));
    }
    double seconds = before.isEmpty() ? 0 : before.get(before.size() - 1).seconds();
    if (step.seconds() < seconds) {
      throw new MalformedTableException(
          file,
          new AtByte(offset),
          "its seconds go back from %s to %s".formatted(seconds, step.seconds()));
    }
  }

  private static SupernetStep parsed(Path file, LineReader lines) throws IOException {
    try {
      SupernetStep step = MAPPER.readValue(lines.line(), SupernetStep.class);
      if (step != null) {
        return step;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(
          file, new AtByte(lines.start()), "a line is no step of a training", e);
    }
    throw new MalformedTableException(
        file, new AtByte(lines.start()), "null stands where a step should");
  }

  /**
   * Cuts off all but the first lines.
   *
   * @param sha256 what {@link #sha256} said when there were so many
   * @throws MalformedTableException if there are fewer or others, or a line is no step
   */
  void keep(long steps, String sha256) throws IOException {
    Lines kept = read(file, channel, steps);
    if (kept.steps().size() < steps) {
      throw new MalformedTableException(
          file,
          new AtByte(kept.end()),
          "it ends after %d of the %d steps of the checkpoint"
              .formatted(kept.steps().size(), steps));
    }
    if (!kept.sha256().equals(sha256)) {
      throw new MalformedTableException(
          file,
          "its first %d lines have the SHA-256 (%s), but the checkpoint is of (%s)"
              .formatted(steps, kept.sha256(), sha256));
    }
    digest = kept.digest();
    channel.truncate(kept.end());
    channel.position(kept.end());
    last = kept.steps().isEmpty() ? null : kept.steps().get(kept.steps().size() - 1);
  }

  void append(SupernetStep step) throws IOException {
    byte[] bytes = (MAPPER.writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer line = ByteBuffer.wrap(bytes);
    while (line.hasRemaining()) {
      channel.write(line);
    }
    digest.update(bytes);
    last = step;
  }

  /** Makes sure that no checkpoint is ahead of the log, whatever is pulled out. */
  void sync() throws IOException {
    channel.force(false);
  }

  /** The SHA-256 of all lines so far; at first, of none. */
  String sha256() {
    return hex(digest);
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
