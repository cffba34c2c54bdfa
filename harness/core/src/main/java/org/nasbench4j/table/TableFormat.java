package org.nasbench4j.table;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads foreign benchmark files of one kind. Implementations have a public constructor without
 * parameters and are named in {@code META-INF/services/org.nasbench4j.table.TableFormat}.
 */
public interface TableFormat {

  /**
   * The name that {@code nasbench import --format} takes.
   *
   * @return lower-case letters, digits and hyphens
   */
  String name();

  /**
   * What the format is.
   *
   * @return one sentence
   */
  String summary();

  /**
   * Whether a source looks like one of this format, judged by the first bytes of a file or by what
   * lies in a folder; never by the name of the source. {@link #read} may still refuse it.
   *
   * @param source a file or a folder that exists
   * @return false unless a format says otherwise: it must be asked for by name then
   * @throws IOException if the source cannot be read
   */
  default boolean recognizes(Path source) throws IOException {
    return false;
  }

  /**
   * Reads a source completely and checks it. Nothing is written.
   *
   * @param source a file or a folder
   * @param progress is told how far the reading is
   * @return everything that the source holds
   * @throws IOException if the source cannot be read
   * @throws MalformedTableException if its bytes break the rules of the format
   * @throws UnsupportedTableException if it is of another kind
   */
  TableContent read(Path source, ImportProgress progress) throws IOException;
}
