package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.cli.option.Tables;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableFormat;
import org.nasbench4j.table.UnsupportedTableException;

/** The formats of foreign files, and the choice among them for a source. */
final class Formats {
  private static final int LISTED_FILES = 3;

  private final List<TableFormat> all = new ArrayList<>();

  Formats() {
    ServiceLoader.load(TableFormat.class).forEach(all::add);
    all.sort(Comparator.comparing(TableFormat::name));
  }

  List<String> names() {
    return all.stream().map(TableFormat::name).toList();
  }

  /** A line for each format that says what it reads. */
  List<String> summaries() {
    return all.stream()
        .map(format -> String.format(Locale.ROOT, "  %-15s %s", format.name(), format.summary()))
        .toList();
  }

  /**
   * The format that recognises a source.
   *
   * @throws UnsupportedTableException if none does; the message says what the source is
   * @throws IllegalArgumentException if several do, or if the source is a table already
   */
  TableFormat of(Path source) throws IOException {
    List<TableFormat> fitting = fitting(source);
    if (fitting.isEmpty()) {
      requireForeign(source);
      throw new UnsupportedTableException(
          what(source),
          names(all)
              + ", which nasbench import --help describes; --format tries one of them anyway");
    }
    if (fitting.size() > 1) {
      throw new IllegalArgumentException(
          "The source (%s) looks like %s. Say which with --format."
              .formatted(source, names(fitting)));
    }
    return fitting.get(0);
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none, or if the source looks like another one
   */
  TableFormat named(String name, Path source) throws IOException {
    TableFormat named =
        all.stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The format (%s) is unknown. Use one of %s.".formatted(name, names(all))));
    List<TableFormat> fitting = fitting(source);
    if (!fitting.isEmpty() && !fitting.contains(named)) {
      throw new IllegalArgumentException(
          "The source (%s) looks like %s, not like %s. Leave --format out."
              .formatted(source, names(fitting), name));
    }
    return named;
  }

  private List<TableFormat> fitting(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString());
    }
    List<TableFormat> fitting = new ArrayList<>();
    for (TableFormat format : all) {
      if (format.recognizes(source)) {
        fitting.add(format);
      }
    }
    return fitting;
  }

  private static String names(List<TableFormat> formats) {
    return formats.stream().map(TableFormat::name).collect(Collectors.joining(", "));
  }

  private static void requireForeign(Path source) throws IOException {
    if (isTable(source)) {
      throw new IllegalArgumentException(
          "The source (%s) is a table already. Use it as it is, or write another kind of file with"
                  .formatted(source)
              + " nasbench export.");
    }
  }

  private static boolean isTable(Path source) throws IOException {
    if (FileKind.of(source) != FileKind.HDF5) {
      return false;
    }
    try {
      Tables.store().open(source);
      return true;
    } catch (MalformedTableException | UnsupportedTableException e) {
      return false;
    }
  }

  private static String what(Path source) throws IOException {
    FileKind kind = FileKind.of(source);
    return kind == FileKind.FOLDER
        ? "a folder with %s (%s)".formatted(contents(source), source)
        : "%s (%s)".formatted(kind, source);
  }

  private static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
      if (names.isEmpty()) {
        return "nothing in it";
      }
      return names.size() <= LISTED_FILES
          ? String.join(", ", names)
          : "%s and %d files more"
              .formatted(
                  String.join(", ", names.subList(0, LISTED_FILES)), names.size() - LISTED_FILES);
    }
  }
}
