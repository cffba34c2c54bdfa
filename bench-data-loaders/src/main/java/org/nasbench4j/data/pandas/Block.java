package org.nasbench4j.data.pandas;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.data.pickle.NumpyArray;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;

/**
 * Columns of one type.
 *
 * @param values {@code [column][row]}
 * @param places the places of the columns in the table
 */
record Block(NumpyArray values, List<Integer> places) {

  /**
   * Python's {@code slice}.
   *
   * @param start the first
   * @param stop behind the last
   * @param step between them
   */
  record Slice(long start, long stop, long step) {

    // builtins.slice(start, stop, step).
    static Object construct(PickleTuple arguments, PickleSite site) {
      if (arguments.size() == 3
          && arguments.get(0) instanceof Long start
          && arguments.get(1) instanceof Long stop
          && arguments.get(2) instanceof Long step) {
        return new Slice(start, stop, step);
      }
      throw site.malformed("slice takes three ints");
    }
  }

  // _unpickle_block(values, places, axes), from pandas 1.3 on.
  static Object construct(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 3) {
      throw site.malformed("_unpickle_block takes values, places and the number of axes");
    }
    return of(arguments.get(0), arguments.get(1), site);
  }

  static Block of(Object values, Object places, PickleSite site) {
    if (!(values instanceof NumpyArray array) || array.shape().size() != 2) {
      throw site.unsupported(
          "a block of pandas that is %s".formatted(PickleValues.describe(values)),
          "blocks that are arrays of two axes");
    }
    List<Integer> numbers = places(places, array.shape().get(0), site);
    if (numbers.size() != array.shape().get(0)) {
      throw site.malformed(
          "a block of %d columns has %d places".formatted(array.shape().get(0), numbers.size()));
    }
    return new Block(array, numbers);
  }

  // At most one more than there are columns.
  private static List<Integer> places(Object places, int columns, PickleSite site) {
    List<Integer> numbers = new ArrayList<>();
    if (places instanceof Slice slice && slice.step() > 0 && slice.start() >= 0) {
      for (long place = slice.start();
          place < slice.stop() && numbers.size() <= columns;
          place += slice.step()) {
        numbers.add((int) Math.min(place, Integer.MAX_VALUE));
      }
      return numbers;
    }
    if (places instanceof NumpyArray array) {
      for (Object place : array.items()) {
        numbers.add(place instanceof Long number ? (int) Math.min(number, Integer.MAX_VALUE) : -1);
      }
      return numbers;
    }
    throw site.malformed("the places of a block are %s".formatted(PickleValues.describe(places)));
  }

  // One of its columns.
  List<Object> column(int number) {
    int rows = values.shape().get(1);
    return values.items().subList(number * rows, (number + 1) * rows);
  }
}
