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
}
