package org.nasbench4j.data.pickle;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Python's set and frozenset, in the order of the pickle. */
public final class PickleSet implements PickleContainer {
  private final Set<Object> items = new LinkedHashSet<>();
  private int depth = 1;

  PickleSet() {}

  void add(Object item) {
    items.add(item);
    depth = Math.max(depth, PickleValues.depthAround(item));
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public int depth() {
    return depth;
  }

  /**
   * All items.
   *
   * @return an unmodifiable view
   */
  public Set<Object> items() {
    return Collections.unmodifiableSet(items);
  }

  @Override
  public String toString() {
    return "a set of %d".formatted(items.size());
  }
}
