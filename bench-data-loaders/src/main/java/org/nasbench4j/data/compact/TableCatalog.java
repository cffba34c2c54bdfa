package org.nasbench4j.data.compact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableStore;

/** The tables of a folder, by name: {@code nb201} is the file {@code nb201.h5} in it. */
public final class TableCatalog {

  /** The end of a table's file name. */
  public static final String SUFFIX = ".h5";

  private final Path folder;
  private final TableStore store;

  /**
   * Creates a catalogue.
   *
   * @param folder where the tables are; it need not exist
   * @param store opens them
   */
  public TableCatalog(Path folder, TableStore store) {
    this.folder = folder;
    this.store = store;
  }

  /**
   * The tables of the folder.
   *
   * @return their names without {@link #SUFFIX}, sorted; empty if the folder does not exist
   * @throws IOException if the folder cannot be read
   */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * Finds a table: a path to a file as it stands, or else a file of the folder, with or without
   * {@link #SUFFIX}.
   *
   * @param table a path or a name
   * @return an existing file
   * @throws IllegalArgumentException if there is none; the message lists the tables that exist
   * @throws IOException if the folder cannot be read
   */
  public Path find(String table) throws IOException {
    List<Path> places =
        List.of(Path.of(table), folder.resolve(table), folder.resolve(table + SUFFIX));
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    List<String> names = names();
    throw new IllegalArgumentException(
        "The table (%s) is neither a file nor a table of the folder %s, which holds %s."
            .formatted(
                table,
                folder,
                names.isEmpty() ? "no tables" : "the tables " + String.join(", ", names)));
  }

  /**
   * Finds and opens a table.
   *
   * @param table a path or a name
   * @return the table
   * @throws IllegalArgumentException if there is none; the message lists the tables that exist
   * @throws IOException if it cannot be read
   */
  public Table open(String table) throws IOException {
    return store.open(find(table));
  }
}
