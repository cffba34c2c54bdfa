package org.nasbench4j.study;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nasbench4j.io.CheckedLines;
import org.nasbench4j.io.DamagedLineException;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * The finished runs of a study in the order in which they finished: {@link CheckedLines} of the
 * seconds of the method itself, a tab, and the run as JSON. Thread-safe.
 */
final class Journal implements Closeable {
  private final Path file;
  private final Map<RunKey, Entry> entries = new HashMap<>();
  private final CheckedLines lines;

  private Journal(Path file) throws IOException {
    this.file = file;
    this.lines = CheckedLines.open(file, this::load);
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
    try {
      return new Journal(file);
    } catch (DamagedLineException e) {
      throw new MalformedTableException(
          file,
          new AtByte(e.offset()),
          "a line of the journal is damaged. Cut the file off at this byte to lose that run and"
              + " those after it, and resume",
          e);
    }
  }

  private void load(long offset, byte[] line) {
    int tab = 0;
    while (tab < line.length && line[tab] != '\t') {
      tab++;
    }
    if (tab == line.length) {
      throw new MalformedTableException(
          file, new AtByte(offset), "a line of the journal has no run");
    }
    byte[] json = Arrays.copyOfRange(line, tab + 1, line.length);
    RunRecord run = Json.run(json, file, offset + tab + 1);
    String overhead = new String(line, 0, tab, StandardCharsets.US_ASCII);
    entries.put(key(run), new Entry(offset + tab + 1, json.length, overhead));
  }

  private static RunKey key(RunRecord run) {
    return new RunKey(run.task(), run.method(), run.run());
  }

  synchronized Set<RunKey> keys() {
    return Set.copyOf(entries.keySet());
  }

  /** Appends a run. On failure the file ends in a torn line, which the next opening cuts off. */
  synchronized void append(RunExecutor.Outcome outcome) throws IOException {
    String overhead = String.format(Locale.ROOT, "%.6f", outcome.overheadSeconds());
    byte[] json = Json.of(outcome.record());
    int head = overhead.length() + 1;
    byte[] line =
        Arrays.copyOf((overhead + "\t").getBytes(StandardCharsets.US_ASCII), head + json.length);
    System.arraycopy(json, 0, line, head, json.length);
    long offset = lines.append(line);
    entries.put(key(outcome.record()), new Entry(offset + head, json.length, overhead));
  }

  /** The JSON of a finished run, byte for byte. */
  synchronized byte[] json(RunKey key) throws IOException {
    Entry entry = entry(key);
    return lines.read(entry.offset(), entry.length());
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

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
