package org.nasbench4j.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * The results of architectures that were computed so far: a header, then one line per result, as
 * JSON in {@link CheckedLines}. Thread-safe.
 *
 * @param <H> what all results have in common
 * @param <R> the result of one architecture
 */
public final class ResultJournal<H, R> implements Closeable {
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Map<Integer, R> records = new TreeMap<>();
  private final JournalKind<H, R> kind;
  private final CheckedLines lines;
  private @Nullable H header;

  private ResultJournal(Path file, JournalKind<H, R> kind) throws IOException {
    this.kind = kind;
    lines = CheckedLines.open(file, (offset, line) -> load(file, offset, line));
  }

  /**
   * The journal of a result file, which grows beside it.
   *
   * @param file the score file or table that is made of the journal
   * @return {@code FILE.journal}
   */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".journal");
  }

  /**
   * Opens or creates a journal.
   *
   * @param file the file
   * @param kind what it holds
   * @param header what the results that will be appended have in common
   * @param <H> the header
   * @param <R> a record
   * @return the journal with the results that are there
   * @throws IllegalArgumentException if the journal was begun with another header; the message says
   *     what differs
   * @throws MalformedTableException if a line that is not the last is damaged, or one says what
   *     this version does not read
   * @throws IOException if another process has it open, or it cannot be read
   */
  public static <H, R> ResultJournal<H, R> open(Path file, JournalKind<H, R> kind, H header)
      throws IOException {
    ResultJournal<H, R> journal = load(file, kind);
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
   * What the results of a journal have in common.
   *
   * @param file an existing journal
   * @param kind what it holds
   * @param <H> the header
   * @param <R> a record
   * @return its header
   * @throws NoSuchFileException if there is no such file
   * @throws MalformedTableException if it has no header, a line that is not the last is damaged, or
   *     one says what this version does not read
   * @throws IOException if another process has it open, or it cannot be read
   */
  public static <H, R> H headerOf(Path file, JournalKind<H, R> kind) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "there is no journal of %ss; begin it with %s".formatted(kind.result(), kind.command()));
    }
    try (ResultJournal<H, R> journal = load(file, kind)) {
      if (journal.header == null) {
        throw new MalformedTableException(
            file, new AtByte(0), "the journal of %ss has no header".formatted(kind.result()));
      }
      return journal.header;
    }
  }

  private static <H, R> ResultJournal<H, R> load(Path file, JournalKind<H, R> kind)
      throws IOException {
    try {
      return new ResultJournal<>(file, kind);
    } catch (DamagedLineException e) {
      throw new MalformedTableException(
          file,
          new AtByte(e.offset()),
          "a line is damaged. Cut the file off at this byte to lose that %s and those after it"
              .formatted(kind.result()),
          e);
    }
  }

  private void load(Path file, long offset, byte[] line) throws IOException {
    try {
      if (header == null) {
        header = header(json.readTree(line));
      } else {
        R record = json.readValue(line, kind.record());
        records.put(kind.architecture().applyAsInt(record), record);
      }
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(
          file,
          new AtByte(offset),
          "a line holds no %s as this version writes it (%s)"
              .formatted(kind.result(), e.getOriginalMessage()),
          e);
    }
  }

  private H header(JsonNode line) throws IOException {
    if (line instanceof ObjectNode object) {
      kind.completion().accept(object);
    }
    return json.treeToValue(line, kind.header());
  }

  private void begin(Path file, H wanted) throws IOException {
    if (header == null) {
      lines.append(json.writeValueAsBytes(wanted));
      header = wanted;
    } else if (!header.equals(wanted)) {
      throw new IllegalArgumentException(
          "The %ss in (%s) were begun with %s; now it is %s. %s"
              .formatted(
                  kind.result(),
                  file,
                  difference(header, wanted),
                  difference(wanted, header),
                  kind.wayOut()));
    }
  }

  private String difference(H of, H to) {
    Map<String, String> texts = new TreeMap<>(kind.texts().apply(of));
    Map<String, String> others = kind.texts().apply(to);
    texts.entrySet().removeIf(entry -> entry.getValue().equals(others.get(entry.getKey())));
    return texts.toString();
  }

  /**
   * Appends a result.
   *
   * @param record the result
   * @throws IOException if writing fails; the next opening repairs the file
   */
  public synchronized void append(R record) throws IOException {
    lines.append(json.writeValueAsBytes(record));
    records.put(kind.architecture().applyAsInt(record), record);
  }

  /**
   * All results so far.
   *
   * @return by the official index of the architecture, ascending; a copy
   */
  public synchronized Map<Integer, R> records() {
    return Collections.unmodifiableMap(new TreeMap<>(records));
  }

  @Override
  public synchronized void close() throws IOException {
    lines.close();
  }
}
