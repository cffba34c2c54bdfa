package org.nasbench4j.score;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.io.CheckedLines;
import org.nasbench4j.io.DamagedLineException;
import org.nasbench4j.table.MalformedTableException;

/**
 * The scores that were computed so far: the header, then one line per score, as JSON in {@link
 * CheckedLines}. It stays beside the score file, so that more architectures can be scored later.
 * Thread-safe.
 */
public final class ScoreJournal implements Closeable {
  private static final String VERSION = "version";

  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Map<Integer, ScoreRecord> records = new TreeMap<>();
  private final CheckedLines lines;
  private @Nullable ScoreHeader header;

  private ScoreJournal(Path file) throws IOException {
    lines = CheckedLines.open(file, this::load);
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
    ScoreJournal journal = load(file);
    boolean opened = false;
    try {
      journal.begin(file, header);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        journal.close();
      }
    }
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
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no journal of scores; begin it with nasbench score");
    }
    try (ScoreJournal journal = load(file)) {
      if (journal.header == null) {
        throw new MalformedTableException(file, 0, "the journal of scores has no header");
      }
      return journal.header;
    }
  }

  private static ScoreJournal load(Path file) throws IOException {
    try {
      return new ScoreJournal(file);
    } catch (DamagedLineException e) {
      throw new MalformedTableException(
          file,
          e.offset(),
          "a line is damaged. Cut the file off at this byte to lose that score and those after it",
          e);
    }
  }

  private void load(long offset, byte[] line) throws IOException {
    if (header == null) {
      header = header(json.readTree(line));
    } else {
      ScoreRecord record = json.readValue(line, ScoreRecord.class);
      records.put(record.architecture(), record);
    }
  }

  // The first journals do not say a version.
  private ScoreHeader header(JsonNode line) throws IOException {
    if (line instanceof ObjectNode object && !object.has(VERSION)) {
      object.put(VERSION, ScoreHeader.FIRST_VERSION);
    }
    return json.treeToValue(line, ScoreHeader.class);
  }

  private void begin(Path file, ScoreHeader wanted) throws IOException {
    if (header == null) {
      lines.append(json.writeValueAsBytes(wanted));
      header = wanted;
    } else if (!header.equals(wanted)) {
      throw new IllegalArgumentException(
          "The scores in (%s) were begun with %s; now it is %s. Score into another file."
              .formatted(file, difference(header, wanted), difference(wanted, header)));
    }
  }

  private static String difference(ScoreHeader of, ScoreHeader to) {
    Map<String, String> settings = everything(of);
    Map<String, String> others = everything(to);
    settings.entrySet().removeIf(entry -> entry.getValue().equals(others.get(entry.getKey())));
    return settings.toString();
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
  public synchronized void append(ScoreRecord record) throws IOException {
    lines.append(json.writeValueAsBytes(record));
    records.put(record.architecture(), record);
  }

  /**
   * All scores so far.
   *
   * @return by the official index of the representative, ascending; a copy
   */
  public synchronized Map<Integer, ScoreRecord> records() {
    return Collections.unmodifiableMap(new TreeMap<>(records));
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
