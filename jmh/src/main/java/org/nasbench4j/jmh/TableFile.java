package org.nasbench4j.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.data.compact.CompactTables;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.Table;
import org.nasbench4j.table.TableStore;

/** A full-size NAS-Bench-201 table in a temporary folder, which goes when this is closed. */
final class TableFile implements AutoCloseable {

  private final TemporaryFolder folder;
  private final TableStore store;
  private final Path path;

  private TableFile(TemporaryFolder folder, TableStore store) {
    this.folder = folder;
    this.store = store;
    this.path = folder.path().resolve("nb201.h5");
  }

  /**
   * Writes a table.
   *
   * @param source {@code synthetic} or {@code real}; the latter from the folder that the
   *     environment variable NASBENCH4J_DATA names
   * @return the table's file
   * @throws IOException if published data cannot be read or the table cannot be written
   */
  static TableFile write(String source) throws IOException {
    Optional<Path> data = Optional.ofNullable(System.getenv("NASBENCH4J_DATA")).map(Path::of);
    var content = TableSource.parse(source).read(data.orElse(null));
    TableFile file =
        new TableFile(TemporaryFolder.create(), new CompactTables(List.of(new Nb201Space())));
    file.store.write(content, file.path);
    return file;
  }

  Path path() {
    return path;
  }

  Table open() throws IOException {
    return store.open(path);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
