package org.nasbench4j.data.pickle;

/**
 * A collection of a pickle. Collections compare by identity, except tuples: no method of theirs
 * walks into nested collections of unknown size.
 */
public sealed interface PickleContainer permits PickleTuple, PickleList, PickleDict, PickleSet {

  /**
   * The number of items.
   *
   * @return 0 or more
   */
  int size();

  /**
   * How deep collections are nested.
   *
   * @return 1 for a collection of scalars
   */
  int depth();

  /** The depth of a collection that holds the value as its only item. */
  static int depthAround(Object item) {
    return item instanceof PickleContainer container ? 1 + container.depth() : 1;
  }

  /** Whether later opcodes may still change the value. */
  static boolean isMutable(Object value) {
    return value instanceof PickleContainer && !(value instanceof PickleTuple);
  }
}
