package org.nasbench4j.data.pickle;

import java.math.BigInteger;

/** What may be a key of a dict or an item of a set: values that are cheap to hash and compare. */
final class PickleKeys {
  /** Keys of the known benchmark files have 2 to 30 leaves. */
  private static final long MOST_LEAVES = 1000;

  private PickleKeys() {}

  static void require(Object key, PickleSite site) {
    if (!isKey(key)) {
      throw site.unsupported(
          "%s as a key".formatted(PickleValues.describe(key)),
          "keys that are numbers, strings, None, and tuples of these");
    }
  }

  private static boolean isKey(Object value) {
    if (value instanceof PickleTuple tuple) {
      return tuple.leaves() <= MOST_LEAVES && tuple.items().stream().allMatch(PickleKeys::isKey);
    }
    return value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof PickleNone;
  }
}
