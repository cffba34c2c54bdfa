package org.nasbench4j.space.nb201;

/**
 * The classes of cells that compute the same function with equally many weights, by {@link
 * LiveCell#function}: what is scored or trained once.
 *
 * <p>The 6,466 classes of the official unique string ({@link Nb201Classes}) differ from these both
 * ways: they tell cells apart that compute the same, and merge cells that share a convolution with
 * cells that have two. Making the numbering costs some tens of milliseconds; looking a class up
 * then allocates nothing. Immutable and thread-safe.
 */
public final class FunctionClasses {
  private final CellClasses classes;

  /**
   * Numbers the classes by their first cells in the official order.
   *
   * @param space the space
   */
  public FunctionClasses(Nb201Space space) {
    classes = new CellClasses(space, cell -> LiveCell.of(cell).function());
  }

  /**
   * The number of classes.
   *
   * @return 5,260, the class of the 341 disconnected cells included
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
   * The cell that stands for a class.
   *
   * @param number the class, {@code [0, count())}
   * @return the cell with the lowest official index
   * @throws IllegalArgumentException if there is no such class
   */
  public Nb201Cell representative(int number) {
    return classes.representative(number);
  }

  /**
   * The cell that stands for a cell's class.
   *
   * @param cell any cell
   * @return the cell of the same function with the lowest official index
   */
  public Nb201Cell representativeOf(Nb201Cell cell) {
    return representative(classOf(cell));
  }
}
