package org.nasbench4j.data.pickle;

import java.util.HashMap;
import java.util.Map;

/**
 * The values that a pickle may refer back to. Collections that can still change are noted but not
 * kept: files of benchmark tables do not share them, and keeping them would hold everything that
 * was ever read; it also makes cyclic values impossible.
 */
final class PickleMemo {
  private static final Object NOT_KEPT = new Object();

  private final PickleInput input;
  private final PickleLimits limits;
  private final Map<Long, Object> values = new HashMap<>();

  PickleMemo(PickleInput input, PickleLimits limits) {
    this.input = input;
    this.limits = limits;
  }

  void add(Object value) {
    put(values.size(), value);
  }

  void put(long index, Object value) {
    input.site().requireAtMost("a memo", values.size() + 1L, limits.memoEntries());
    values.put(index, isMutable(value) ? NOT_KEPT : value);
  }

  Object get(long index) {
    Object value = values.get(index);
    if (value == null) {
      throw input.site().malformed("there is no memo entry %d".formatted(index));
    }
    if (value == NOT_KEPT) {
      throw input.site().unsupported("a list, set or dict that is used twice", "trees of values");
    }
    return value;
  }

  private static boolean isMutable(Object value) {
    return value instanceof PickleContainer && !(value instanceof PickleTuple);
  }
}
