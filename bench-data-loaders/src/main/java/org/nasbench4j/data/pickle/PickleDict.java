package org.nasbench4j.data.pickle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Python's dict and OrderedDict, in the order of the pickle.
 *
 * <p>A dict {0: float, 1: float, …}, the usual learning curve, is kept as an array of doubles from
 * its first item on; any other dict is a hash map. Unlike Python's, an int key never equals a float
 * or bool key.
 */
public final class PickleDict implements PickleContainer, PickleState {
  private static final double[] EMPTY = {};

  private double[] curve = EMPTY;
  private int curveLength;
  private final Map<Object, Object> map = new LinkedHashMap<>(4);
  private int depth = 1;

  PickleDict() {}

  void put(Object key, Object value) {
    if (map.isEmpty() && value instanceof Double real && key.equals((long) curveLength)) {
      append(real);
      return;
    }
    spill();
    map.put(key, value);
    depth = Math.max(depth, PickleValues.depthAround(key));
    depth = Math.max(depth, PickleValues.depthAround(value));
  }

  private void append(double value) {
    if (curveLength == curve.length) {
      curve = Arrays.copyOf(curve, Math.max(8, 2 * curveLength));
    }
    curve[curveLength++] = value;
  }

  private void spill() {
    for (int i = 0; i < curveLength; i++) {
      map.put((long) i, curve[i]);
    }
    curve = EMPTY;
    curveLength = 0;
  }

  /**
   * Takes the attributes of an OrderedDict, such as torch's {@code _metadata}, and keeps none.
   *
   * @param state a dict
   * @param site where it stands
   * @throws org.nasbench4j.table.MalformedTableException if it is anything else
   */
  @Override
  public void build(Object state, PickleSite site) {
    if (!(state instanceof PickleDict)) {
      throw site.malformed(
          "the state of a dict must be a dict, not %s".formatted(PickleValues.describe(state)));
    }
  }

  @Override
  public int size() {
    return curveLength + map.size();
  }

  @Override
  public int depth() {
    return depth;
  }

  /**
   * Looks a key up.
   *
   * @param key a {@link Long}, {@link String}, {@link PickleTuple} …
   * @return the value, empty if the dict has no such key
   */
  public Optional<Object> get(Object key) {
    if (key instanceof Long index && index >= 0 && index < curveLength) {
      return Optional.of(curve[index.intValue()]);
    }
    return Optional.ofNullable(map.get(key));
  }

  /**
   * Visits all items in the order of the pickle.
   *
   * @param visitor is given key and value
   */
  public void forEach(BiConsumer<Object, Object> visitor) {
    for (int i = 0; i < curveLength; i++) {
      visitor.accept((long) i, curve[i]);
    }
    map.forEach(visitor);
  }

  @Override
  public String toString() {
    return "a dict of %d".formatted(size());
  }
}
