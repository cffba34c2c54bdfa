package org.nasbench4j.table;

import java.io.IOException;
import java.nio.file.Path;

/** Opens and writes tables in the project's own file format; implemented by the data loaders. */
public interface TableStore {

  /**
   * Opens a table: reads the header and maps the rest.
   *
   * @param file a file in the project's format
   * @return the table
   * @throws IOException if the file cannot be read
   * @throws MalformedTableException if its bytes break the rules of the format
   * @throws UnsupportedTableException if it is another format or a newer version of ours
   */
  Table open(Path file) throws IOException;

  /**
   * Writes a table to a temporary file, syncs it and moves it into place: on failure nothing that
   * was there before is touched.
   *
   * @param content what to write
   * @param file where to; an existing file is replaced
   * @throws IOException if writing fails
   */
  void write(TableContent content, Path file) throws IOException;
}
