package org.nasbench4j.data.pickle;

import java.util.List;

/**
 * Python's tuple. Equal to a tuple of equal items.
 *
 * <p>Tuples may share parts, so that a short pickle can describe a tuple of astronomically many
 * leaves; {@link #leaves} tells them apart and only small tuples are ever compared by this package.
 */
public final class PickleTuple implements PickleContainer {
  private final List<Object> items;
  private final int depth;
  private final long leaves;
  private final boolean constant;

  /**
   * Creates a tuple.
   *
   * @param items the items, copied
   */
  public PickleTuple(List<?> items) {
    this.items = List.copyOf(items);
    this.depth = this.items.stream().mapToInt(PickleValues::depthAround).max().orElse(1);
    this.leaves = this.items.stream().mapToLong(PickleTuple::leavesOf).reduce(0, PickleTuple::add);
    this.constant = this.items.stream().allMatch(PickleValues::isConstant);
  }

  private static long leavesOf(Object item) {
    return item instanceof PickleTuple tuple ? Math.max(1, tuple.leaves) : 1;
  }

  private static long add(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
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
   * One of the items.
   *
   * @param index {@code [0, size())}
   * @return the item
   */
  public Object get(int index) {
    return items.get(index);
  }

  /**
   * All items.
   *
   * @return unmodifiable
   */
  public List<Object> items() {
    return items;
  }

  // Whether nothing in it can change and there are no byte strings in it.
  boolean isConstant() {
    return constant;
  }

  // The number of items after flattening nested tuples; Long#MAX_VALUE if more.
  long leaves() {
    return leaves;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PickleTuple tuple && items.equals(tuple.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return "a tuple of %d".formatted(items.size());
  }
}
