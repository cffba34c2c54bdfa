package org.nasbench4j.space.nb201;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Classes of cells with equal texts, numbered by their first cells in the official order. */
final class CellClasses {
  private final Nb201Space space;
  private final int[] classOfIndex = new int[Nb201Cell.CELLS];
  private final int[] representatives;

  CellClasses(Nb201Space space, Function<Nb201Cell, String> text) {
    this.space = space;
    int[] first = new int[Nb201Cell.CELLS];
    Map<String, Integer> numbers = new HashMap<>();
    for (int index = 0; index < classOfIndex.length; index++) {
      int fresh = numbers.size();
      Integer known = numbers.putIfAbsent(text.apply(space.architecture(index)), fresh);
      if (known == null) {
        first[fresh] = index;
      }
      classOfIndex[index] = known == null ? fresh : known;
    }
    representatives = Arrays.copyOf(first, numbers.size());
  }

  int count() {
    return representatives.length;
  }

  int classOf(Nb201Cell cell) {
    return classOfIndex[space.index(cell)];
  }

  Nb201Cell representative(int number) {
    if (number < 0 || number >= count()) {
      throw new IllegalArgumentException(
          "The class (%d) of nb201 cells must be 0 to %d.".formatted(number, count() - 1));
    }
    return space.architecture(representatives[number]);
  }
}
