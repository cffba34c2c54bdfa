package org.nasbench4j.data.file;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The names of the columns of a CSV file, to tell what it is. */
public final class CsvHead {
  private static final int LONGEST = 1 << 16;

  private CsvHead() {}

  /**
   * Reads the first line of a file.
   *
   * @param file plain or gzipped text, or anything else
   * @return what stands between its commas; empty if it is no text
   * @throws IOException if the file cannot be read
   */
  public static Set<String> of(Path file) throws IOException {
    FileKind kind = FileKind.of(file);
    if (kind != FileKind.TEXT && kind != FileKind.GZIP) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(file);
        InputStream text = kind == FileKind.GZIP ? new GZIPInputStream(in) : in) {
      return names(text);
    } catch (EOFException | ZipException e) {
      return Set.of();
    }
  }

  // A file without lines must not fill the memory.
  private static Set<String> names(InputStream text) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    char[] head = new char[LONGEST];
    int length = 0;
    int count = reader.read(head);
    while (count > 0) {
      length += count;
      count = reader.read(head, length, LONGEST - length);
    }
    String[] lines = new String(head, 0, length).split("\\R", 2);
    return new HashSet<>(Arrays.asList(lines[0].split(",", -1)));
  }
}
