package org.nasbench4j.data.natsbench;

import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.MalformedTableException;

/**
 * A dict of a file, read with typed keys.
 *
 * @param site where the dict starts; at a negative byte if only the file is known
 * @param where names the dict in errors
 * @param dict the dict
 */
record Fields(PickleSite site, String where, PickleDict dict) {

  static Fields of(PickleSite site, String where, Object value) {
    if (value instanceof PickleDict dict) {
      return new Fields(site, where, dict);
    }
    throw site.malformed(
        "%s must be a dict, not %s".formatted(where, PickleValues.describe(value)));
  }

  String text(String key) {
    return as(String.class, key, "a string");
  }

  long integer(String key) {
    return as(Long.class, key, "an int");
  }

  // A float, or an int in its place.
  double number(String key) {
    Object value = get(key);
    return value instanceof Long whole ? whole : as(Double.class, key, "a number");
  }

  // Whether the key is there and its value None.
  boolean isNone(String key) {
    return get(key) == PickleNone.NONE;
  }

  PickleDict dict(String key) {
    return as(PickleDict.class, key, "a dict");
  }

  <T> T as(Class<T> type, String key, String typeName) {
    Object value = get(key);
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw malformed("%s must be %s, not %s".formatted(key, typeName, PickleValues.describe(value)));
  }

  private Object get(String key) {
    return dict.get(key).orElseThrow(() -> malformed("%s is missing".formatted(key)));
  }

  MalformedTableException malformed(String reason) {
    return site.malformed("%s: %s".formatted(where, reason));
  }
}
