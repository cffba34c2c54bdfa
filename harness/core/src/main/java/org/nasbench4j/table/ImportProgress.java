package org.nasbench4j.table;

/** Is told how far a long reading is. */
@FunctionalInterface
public interface ImportProgress {

  /** Tells nobody. */
  ImportProgress SILENT = (done, total) -> {};

  /**
   * Some work was done.
   *
   * @param done the rows or records done so far
   * @param total all of them, or -1 while unknown
   */
  void advanced(long done, long total);

  /**
   * Some of a file was read. One reading counts either bytes or rows.
   *
   * @param bytes the bytes read so far
   * @param total all bytes, or -1 while unknown
   */
  default void readBytes(long bytes, long total) {
    advanced(bytes, total);
  }
}
