package org.nasbench4j.data.pandas;

import java.util.List;
import org.nasbench4j.data.pickle.NumpyArray;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleGlobal;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;

/**
 * What pandas calls an index: the names of columns, or the numbers of rows.
 *
 * @param length how many there are
 * @param labels the names; empty for a range of numbers
 */
record Axis(int length, List<Object> labels) {

  // _new_Index(class, {data or start, stop, step; name}).
  static Object construct(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof PickleGlobal type)
        || !(arguments.get(1) instanceof PickleDict state)) {
      throw site.malformed("_new_Index takes a class and a dict");
    }
    if (type.name().endsWith(".RangeIndex")) {
      return range(state, site);
    }
    if (state.get("data").orElse("nothing") instanceof NumpyArray data) {
      return new Axis(data.items().size(), data.items());
    }
    throw site.malformed("an index of pandas has no data");
  }

  private static Axis range(PickleDict state, PickleSite site) {
    Object start = state.get("start").orElse(0L);
    Object stop = state.get("stop").orElse(0L);
    if (start.equals(0L)
        && state.get("step").orElse(1L).equals(1L)
        && stop instanceof Long length
        && length >= 0
        && length <= Integer.MAX_VALUE) {
      return new Axis(length.intValue(), List.of());
    }
    throw site.unsupported(
        "rows of pandas from %s to %s"
            .formatted(PickleValues.describe(start), PickleValues.describe(stop)),
        "rows that are counted from 0");
  }
}
