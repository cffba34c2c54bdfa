package org.nasbench4j.data.compact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableStore;

/**
 * Tables by name: {@code nb201} is the file {@code nb201.h5} in one of some folders. After these
 * come the tables that come with the program.
 */
public final class TableCatalog {

  /** The end of a table's file name. */
  public static final String SUFFIX = ".h5";

  private final List<Path> folders;
  private final EmbeddedTables embedded;
  private final TableStore store;

  /**
   * Creates a catalogue.
   *
   * @param folders where the tables are, the first folder first; they need not exist
   * @param embedded those that come with the program
   * @param store opens them
   */
  public TableCatalog(List<Path> folders, EmbeddedTables embedded, TableStore store) {
    this.folders = List.copyOf(folders);
    this.embedded = embedded;
    this.store = store;
  }

  /**
   * All tables.
   *
   * @return their names without {@link #SUFFIX}, sorted
   * @throws IOException if a folder cannot be read
   */
  public List<String> names() throws IOException {
    TreeSet<String> names = new TreeSet<>(embedded.names());
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        names.addAll(names(folder));
      }
    }
    return List.copyOf(names);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    }
  }

  /**
   * Finds a table: a path to a file as it stands, or else a file of one of the folders, with or
   * without {@link #SUFFIX}, or else one that comes with the program, which is unpacked.
   *
   * @param table a path or a name
   * @return an existing file
   * @throws NoSuchFileException if there is none; the message lists the tables that exist
   * @throws IOException if a folder cannot be read, or a table cannot be unpacked
   */
  public Path find(String table) throws IOException {
    List<Path> places = new ArrayList<>(List.of(Path.of(table)));
    for (Path folder : folders) {
      places.add(folder.resolve(table));
      places.add(folder.resolve(table + SUFFIX));
    }
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    String name =
        table.endsWith(SUFFIX) ? table.substring(0, table.length() - SUFFIX.length()) : table;
    if (embedded.names().contains(name)) {
      return embedded.file(name);
    }
    throw new NoSuchFileException(table, null, absent());
  }

  private String absent() throws IOException {
    List<String> names = names();
    return "is neither a file nor a table of %s; there %s"
        .formatted(
            folders.stream().map(Path::toString).collect(Collectors.joining(" or ")),
            names.isEmpty() ? "are no tables" : "are: " + String.join(", ", names));
  }

  /**
   * Finds and opens a table.
   *
   * @param table a path or a name
   * @return the table
   * @throws NoSuchFileException if there is none; the message lists the tables that exist
   * @throws IOException if it cannot be read
   */
  public Table open(String table) throws IOException {
    return store.open(find(table));
  }
}
