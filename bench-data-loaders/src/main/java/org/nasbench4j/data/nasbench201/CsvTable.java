package org.nasbench4j.data.nasbench201;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WholeFile;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.FilePlace.AtLine;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** A CSV file, plain or gzipped, with one line of names and as many fields in every line. */
final class CsvTable {

  private static final int PROGRESS_STEP = 1_000;

  /** The published files have at most 57. Each may become a column of all cells. */
  private static final int MOST_COLUMNS = 256;

  private final Path path;
  private final String sha256;
  private final List<String> names;
  private final Map<String, Integer> positions;
  private final List<CSVRecord> records;

  private CsvTable(Path path, String sha256, List<CSVRecord> lines) {
    this.path = path;
    this.sha256 = sha256;
    this.names = List.of(lines.get(0).values());
    this.positions = positions(path, names);
    this.records = lines.subList(1, lines.size());
  }

  /**
   * Reads a file completely.
   *
   * @param path the file
   * @param progress is told the number of rows read so far, from time to time
   * @return the table
   * @throws IOException if it cannot be read
   * @throws UnsupportedTableException if it is of another kind
   * @throws MalformedTableException if it is no such table, or has more rows than cells exist
   */
  static CsvTable read(Path path, IntConsumer progress) throws IOException {
    FileKind kind = FileKind.of(path);
    if (kind != FileKind.GZIP && kind != FileKind.TEXT && kind != FileKind.EMPTY) {
      throw new UnsupportedTableException(
          "%s (%s)".formatted(kind, path), "CSV files, plain or gzipped");
    }
    byte[] bytes = WholeFile.read(path, WholeFile.LARGEST_CSV);
    List<CSVRecord> records = new ArrayList<>();
    // The bytes are in memory: what fails from here on is their fault, not the disk's.
    try (CSVParser parser = CSVFormat.RFC4180.parse(reader(bytes, kind))) {
      for (CSVRecord line : parser) {
        requireFits(path, records, line);
        records.add(line);
        if (records.size() % PROGRESS_STEP == 0) {
          progress.accept(records.size());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw damaged(path, records.size(), e);
    }
    if (records.isEmpty()) {
      throw new MalformedTableException(path, new AtLine(1), "it is empty");
    }
    return new CsvTable(path, Sha256.hex(bytes), records);
  }

  private static Reader reader(byte[] bytes, FileKind kind) throws IOException {
    InputStream stream = new ByteArrayInputStream(bytes);
    return new InputStreamReader(
        kind == FileKind.GZIP ? new GZIPInputStream(stream) : stream,
        StandardCharsets.UTF_8.newDecoder());
  }

  private static MalformedTableException damaged(Path path, int lines, Exception cause) {
    return new MalformedTableException(
        path,
        new AtLine(lines + 1L),
        "it breaks off or is damaged after line %d".formatted(lines),
        cause);
  }

  private static void requireFits(Path path, List<CSVRecord> lines, CSVRecord line) {
    if (line.size() > MOST_COLUMNS) {
      throw new MalformedTableException(
          path,
          new AtLine(lines.size() + 1L),
          "it has %d columns; at most %d are read".formatted(line.size(), MOST_COLUMNS));
    }
    if (lines.size() > CellRows.CELLS) {
      throw new MalformedTableException(
          path,
          new AtLine(lines.size() + 1L),
          "there are more rows than the %d cells".formatted(CellRows.CELLS));
    }
    if (lines.isEmpty() || line.size() == lines.get(0).size()) {
      return;
    }
    CSVRecord names = lines.get(0);
    throw new MalformedTableException(
        path,
        new AtLine(lines.size() + 1L),
        line.size() < names.size()
            ? "it has %d of %d columns: column (%s) is missing"
                .formatted(line.size(), names.size(), names.get(line.size()))
            : "it has %d columns, but only %d have names".formatted(line.size(), names.size()));
  }

  private static Map<String, Integer> positions(Path path, List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    for (String name : names) {
      if (positions.put(name, positions.size()) != null) {
        throw new MalformedTableException(
            path, new AtLine(1), "column (%s) occurs twice".formatted(name));
      }
    }
    return positions;
  }

  Path path() {
    return path;
  }

  // The file's name and the SHA-256 of its bytes.
  String source() {
    return path.getFileName() + " " + sha256;
  }

  List<String> names() {
    return names;
  }

  int rows() {
    return records.size();
  }

  /**
   * A column by name.
   *
   * @param name its name in the first line
   * @return the column
   * @throws MalformedTableException if there is none
   */
  CsvColumn column(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new MalformedTableException(
          path, new AtLine(1), "column (%s) is missing".formatted(name));
    }
    return new CsvColumn(this, name, position);
  }

  String field(int row, int position) {
    return records.get(row).get(position);
  }

  /**
   * The error for a line as a whole.
   *
   * @param row the row, from 0
   * @param reason what is wrong
   * @return the error, with the line's number
   */
  MalformedTableException malformed(int row, String reason) {
    return new MalformedTableException(path, new AtLine(row + 2L), reason);
  }
}
