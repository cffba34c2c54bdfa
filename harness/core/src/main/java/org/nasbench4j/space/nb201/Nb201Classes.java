package org.nasbench4j.space.nb201;

/**
 * The classes of cells that share {@link Nb201Cell#canonical}, as numbers: for who compares many
 * cells and wants no strings.
 *
 * <p>Classes are numbered by their first cells in the official order. Making the numbering costs
 * some tens of milliseconds; looking a class up then allocates nothing. Immutable and thread-safe.
 *
 * @see FunctionClasses
 */
public final class Nb201Classes {
  private final CellClasses classes;

  /**
   * Numbers the classes.
   *
   * @param space the space
   */
  public Nb201Classes(Nb201Space space) {
    classes = new CellClasses(space, Nb201Cell::canonical);
  }

  /**
   * The number of classes.
   *
   * @return 6,466
   */
  public int count() {
    return classes.count();
  }

  /**
   * The class of a cell.
   *
   * @param cell the cell
   * @return {@code [0, count())}
   */
  public int classOf(Nb201Cell cell) {
    return classes.classOf(cell);
  }

  /**
   * The first cell of a class.
   *
   * @param number the class, {@code [0, count())}
   * @return the cell with the lowest official index
   * @throws IllegalArgumentException if there is no such class
   */
  public Nb201Cell representative(int number) {
    return classes.representative(number);
  }
}
