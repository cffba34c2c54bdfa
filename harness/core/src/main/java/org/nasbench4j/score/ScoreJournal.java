package org.nasbench4j.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.nasbench4j.journal.JournalKind;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.table.MalformedTableException;

/**
 * The scores that were computed so far, in a {@link ResultJournal}. It stays beside the score file,
 * so that more architectures can be scored later. Thread-safe.
 */
public final class ScoreJournal implements Closeable {
  private static final String VERSION = "version";

  private static final JournalKind<ScoreHeader, ScoreRecord> KIND =
      new JournalKind<>(
          ScoreHeader.class,
          ScoreRecord.class,
          ScoreRecord::architecture,
          ScoreJournal::everything,
          ScoreJournal::complete,
          "score",
          "nasbench score",
          "Score into another file.");

  private final ResultJournal<ScoreHeader, ScoreRecord> results;

  private ScoreJournal(ResultJournal<ScoreHeader, ScoreRecord> results) {
    this.results = results;
  }

  /**
   * Opens or creates a journal.
   *
   * @param file the file
   * @param header what the scores that will be appended have in common
   * @return the journal with the scores that are there
   * @throws IllegalArgumentException if the journal was begun with another header; the message says
   *     what differs
   * @throws MalformedTableException if a line that is not the last is damaged
   * @throws IOException if another process has it open, or it cannot be read
   */
  public static ScoreJournal open(Path file, ScoreHeader header) throws IOException {
    return new ScoreJournal(ResultJournal.open(file, KIND, header));
  }

  /**
   * What the scores of a journal have in common.
   *
   * @param file an existing journal
   * @return its header
   * @throws NoSuchFileException if there is no such file
   * @throws MalformedTableException if it has no header, or a line that is not the last is damaged
   * @throws IOException if another process has it open, or it cannot be read
   */
  public static ScoreHeader headerOf(Path file) throws IOException {
    return ResultJournal.headerOf(file, KIND);
  }

  // The first journals do not say a version.
  private static void complete(ObjectNode header) {
    if (!header.has(VERSION)) {
      header.put(VERSION, ScoreHeader.FIRST_VERSION);
    }
  }

  private static Map<String, String> everything(ScoreHeader header) {
    Map<String, String> settings = new TreeMap<>(header.settings());
    settings.put("name", header.name());
    settings.put("space", header.space());
    settings.put(VERSION, Integer.toString(header.version()));
    return settings;
  }

  /**
   * Appends a score.
   *
   * @param record the score
   * @throws IOException if writing fails; the next opening repairs the file
   */
  public void append(ScoreRecord record) throws IOException {
    results.append(record);
  }

  /**
   * All scores so far.
   *
   * @return by the official index of the representative, ascending; a copy
   */
  public Map<Integer, ScoreRecord> records() {
    return results.records();
  }

  ResultJournal<ScoreHeader, ScoreRecord> results() {
    return results;
  }

  @Override
  public void close() throws IOException {
    results.close();
  }
}
