package org.nasbench4j.space.nb201;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes of cells that share {@link Nb201Cell#canonical}, as numbers: for who compares many
 * cells and wants no strings.
 *
 * <p>Classes are numbered by their first cells in the official order. Making the numbering costs
 * some tens of milliseconds; looking a class up then allocates nothing. Immutable and thread-safe.
 */
public final class Nb201Classes {
  private final int[] classOfIndex;
  private final int[] representatives;
  private final Nb201Space space;

  /**
   * Numbers the classes.
   *
   * @param space the space
   */
  public Nb201Classes(Nb201Space space) {
    this.space = space;
    classOfIndex = new int[Nb201Cell.CELLS];
    int[] first = new int[Nb201Cell.CELLS];
    Map<String, Integer> numbers = new HashMap<>();
    for (int index = 0; index < classOfIndex.length; index++) {
      int fresh = numbers.size();
      Integer known = numbers.putIfAbsent(space.architecture(index).canonical(), fresh);
      if (known == null) {
        first[fresh] = index;
      }
      classOfIndex[index] = known == null ? fresh : known;
    }
    representatives = Arrays.copyOf(first, numbers.size());
  }

  /**
   * The number of classes.
   *
   * @return 6,466
   */
  public int count() {
    return representatives.length;
  }

  /**
   * The class of a cell.
   *
   * @param cell the cell
   * @return {@code [0, count())}
   */
  public int classOf(Nb201Cell cell) {
    return classOfIndex[space.index(cell)];
  }

  /**
   * The first cell of a class.
   *
   * @param number the class, {@code [0, count())}
   * @return the cell with the lowest official index
   * @throws IllegalArgumentException if there is no such class
   */
  public Nb201Cell representative(int number) {
    if (number < 0 || number >= count()) {
      throw new IllegalArgumentException(
          "The class (%d) of nb201 cells must be 0 to %d.".formatted(number, count() - 1));
    }
    return space.architecture(representatives[number]);
  }
}
