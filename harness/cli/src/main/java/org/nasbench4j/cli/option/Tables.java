package org.nasbench4j.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.program.Version;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.data.compact.EmbeddedTables;
import org.nasbench4j.data.compact.TableCatalog;
import org.nasbench4j.space.nb101.Nb101Space;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.size.SizeSpace;
import org.nasbench4j.table.ScoredTable;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableStore;
import picocli.CommandLine.Option;

/** Where tables are found: a path, or a name in a folder or among those of the program. */
public final class Tables {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder with tables. Default: the environment variable NASBENCH4J_DATA. Tables are"
              + " also found in the user's cache folder, and nb201-micro comes with the program.")
  private @Nullable Path data;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description =
          "A score file whose columns stand beside those of the table; may be given several times.")
  private List<String> scores = new ArrayList<>();

  /**
   * Opens a table with the columns of the score files.
   *
   * @param name its path or name
   * @return the table
   * @throws IOException if it or a score file is not found or cannot be read
   */
  public Table open(String name) throws IOException {
    TableCatalog catalog = catalog();
    Table table = catalog.open(name);
    List<Table> scoreFiles = new ArrayList<>();
    for (String file : scores) {
      scoreFiles.add(catalog.open(file));
    }
    return ScoredTable.of(table, scoreFiles);
  }

  /**
   * Opens a table alone.
   *
   * @param name its path or name
   * @return the table
   * @throws IOException if it is not found or cannot be read
   */
  public Table openWithoutScores(String name) throws IOException {
    return catalog().open(name);
  }

  /**
   * The files that {@link #open} reads.
   *
   * @param name the table's path or name
   * @return the table, then the score files
   * @throws IOException if one is not found
   */
  public List<Path> files(String name) throws IOException {
    TableCatalog catalog = catalog();
    List<Path> files = new ArrayList<>(List.of(catalog.find(name)));
    for (String file : scores) {
      files.add(catalog.find(file));
    }
    return files;
  }

  private TableCatalog catalog() {
    EmbeddedTables embedded = EmbeddedTables.into(CacheFolder.path().resolve("embedded"));
    return new TableCatalog(folders(), embedded, store());
  }

  /**
   * The score file whose scores go on growing.
   *
   * @return the only one
   * @throws IllegalArgumentException if there is none, or several
   */
  public Path growingScores() {
    if (scores.size() != 1) {
      throw new IllegalArgumentException(
          "Live scores go to one score file, but (--scores) names %d. Name one."
              .formatted(scores.size()));
    }
    return Path.of(scores.get(0));
  }

  /**
   * Where tables are written, and what reads them.
   *
   * @return a store of compact tables that names this program as their writer
   */
  public static TableStore store() {
    return new CompactTables(
        List.of(new Nb201Space(), new Nb101Space(), new SizeSpace()),
        "nasbench4j " + Version.number());
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(data)
        .or(() -> Optional.ofNullable(System.getenv("NASBENCH4J_DATA")).map(Path::of))
        .ifPresent(folders::add);
    folders.add(CacheFolder.path());
    return folders;
  }
}
