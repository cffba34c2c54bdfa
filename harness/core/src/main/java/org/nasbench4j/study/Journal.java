package org.nasbench4j.study;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.MalformedTableException;

/**
 * The finished runs of a study in the order in which they finished.
 *
 * <p>One line each: CRC-32C of the rest, the seconds of the method itself, the run as JSON;
 * separated by tabs. Lines are only ever appended, under a lock on the file that keeps a second
 * process out. A line that a kill tore is cut off at the next opening. Thread-safe.
 */
final class Journal implements Closeable {
  private static final int CRC_DIGITS = 8;

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private final Map<RunKey, Entry> entries = new HashMap<>();
  private long end;

  private Journal(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Where a run's JSON stands, and the seconds of the method itself as they were written. */
  private record Entry(long offset, int length, String overheadSeconds) {}

  /**
   * Opens or creates a journal and repairs its end.
   *
   * @throws FileSystemException if another process has it open
   * @throws MalformedTableException if a line that is not the last is damaged
   */
  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Journal journal = new Journal(file, channel, lock(file, channel));
      journal.load();
      return journal;
    } catch (IOException | MalformedTableException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock lock(Path file, FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // Reported below like a lock of another process.
    }
    throw new FileSystemException(
        file.toString(), null, "another process is writing this study; wait for it or stop it");
  }

  private void load() throws IOException {
    LineReader lines = new LineReader(channel);
    while (lines.next()) {
      long start = lines.start();
      Entry entry = lines.isTerminated() ? entry(start, lines.line()) : null;
      if (entry == null) {
        if (lines.end() < channel.size()) {
          throw new MalformedTableException(
              file,
              start,
              "a line of the journal is damaged. Cut the file off at this byte to lose that run and"
                  + " those after it, and resume");
        }
        break;
      }
      RunRecord run = Json.run(json(entry), file, entry.offset());
      entries.put(new RunKey(run.task(), run.method(), run.run()), entry);
      end = lines.end();
    }
    channel.truncate(end);
  }

  /** Reads a line, or gives null if its checksum does not fit. */
  private static @Nullable Entry entry(long start, byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int tab = text.indexOf('\t', CRC_DIGITS + 1);
    if (tab < 0 || text.charAt(CRC_DIGITS) != '\t') {
      return null;
    }
    ByteBuffer rest = ByteBuffer.wrap(line, CRC_DIGITS + 1, line.length - CRC_DIGITS - 1);
    if (!crc(rest).equals(text.substring(0, CRC_DIGITS))) {
      return null;
    }
    return new Entry(start + tab + 1, line.length - tab - 1, text.substring(CRC_DIGITS + 1, tab));
  }

  private static String crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  synchronized Set<RunKey> keys() {
    return Set.copyOf(entries.keySet());
  }

  /** Appends a run. On failure the file ends in a torn line, which the next opening cuts off. */
  synchronized void append(RunExecutor.Outcome outcome) throws IOException {
    RunRecord run = outcome.record();
    String overhead = String.format(Locale.ROOT, "%.6f", outcome.overheadSeconds());
    byte[] json = Json.of(run);
    byte[] head = (overhead + "\t").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer line = ByteBuffer.allocate(CRC_DIGITS + 1 + head.length + json.length + 1);
    line.position(CRC_DIGITS + 1).put(head).put(json);
    ByteBuffer rest = line.duplicate().flip().position(CRC_DIGITS + 1);
    line.put((byte) '\n').flip();
    line.put(0, (crc(rest) + "\t").getBytes(StandardCharsets.US_ASCII));
    long position = end;
    while (line.hasRemaining()) {
      position += channel.write(line, position);
    }
    entries.put(
        new RunKey(run.task(), run.method(), run.run()),
        new Entry(end + CRC_DIGITS + 1 + head.length, json.length, overhead));
    end = position;
  }

  /** The JSON of a finished run, byte for byte. */
  synchronized byte[] json(RunKey key) throws IOException {
    return json(entry(key));
  }

  /** The seconds that the method itself took in a finished run, as they were written. */
  synchronized String overheadSeconds(RunKey key) {
    return entry(key).overheadSeconds();
  }

  private Entry entry(RunKey key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalStateException("The run (%s) is not in the journal.".formatted(key));
    }
    return entry;
  }

  private byte[] json(Entry entry) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(entry.length());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, entry.offset() + buffer.position()) < 0) {
        throw new MalformedTableException(file, entry.offset(), "the journal shrank while in use");
      }
    }
    return buffer.array();
  }

  @Override
  public synchronized void close() throws IOException {
    lock.release();
    channel.close();
  }
}
