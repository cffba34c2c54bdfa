package org.nasbench4j.table;

/** Well-formed bytes of a kind that this program does not read. */
public final class UnsupportedTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param found what the file is; control characters are written out, and after a thousand
   *     characters it is cut
   * @param supported what can be read
   */
  public UnsupportedTableException(String found, String supported) {
    super("Found %s; supported: %s.".formatted(OneLine.of(found), supported));
  }
}
