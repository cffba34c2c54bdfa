package org.nasbench4j.data.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Python's list. */
public final class PickleList implements PickleContainer {
  private final List<Object> items = new ArrayList<>();
  private int depth = 1;

  PickleList() {}

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
  public List<Object> items() {
    return Collections.unmodifiableList(items);
  }

  @Override
  public String toString() {
    return "a list of %d".formatted(items.size());
  }
}
