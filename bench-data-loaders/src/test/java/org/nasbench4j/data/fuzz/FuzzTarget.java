package org.nasbench4j.data.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A reader of files that anybody may have written. */
public interface FuzzTarget {

  /** Lower case with hyphens; the folder of its corpus. */
  String name();

  /** Intact files or nearly so, from which changed ones are made, by a word for each. */
  Map<String, byte[]> seeds() throws IOException;

  /**
   * Reads a file completely.
   *
   * @param file a new file
   * @throws IOException if it cannot be read; damage is also a {@code MalformedTableException} or
   *     an {@code UnsupportedTableException}, and anything else is a fault of the reader
   */
  void read(Path file) throws IOException;
}
