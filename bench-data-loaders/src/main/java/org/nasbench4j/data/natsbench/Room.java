package org.nasbench4j.data.natsbench;

/**
 * How many places a table under construction takes, and how many of them hold a value. A table has
 * room for each epoch and seed of any record in all of its rows, so that a small file of scattered
 * values could make a large table that is nearly empty.
 */
final class Room {
  /**
   * Where all records have the same epochs, and two or three of three seeds as in the published
   * CSV, nearly all places hold a value.
   */
  private static final long PLACES_PER_VALUE = 32;

  /** So many places are given away whatever they hold: 80 MB. */
  private static final long FREE_PLACES = 20_000_000;

  private long values;
  private long places;

  void fill() {
    values++;
  }

  void take(long more) {
    places += more;
  }

  long values() {
    return values;
  }

  // Whether what was taken so far is nearly empty.
  boolean isSparse() {
    return isSparse(places);
  }

  // Whether so many places would be nearly empty.
  boolean isSparse(long needed) {
    return needed > FREE_PLACES + PLACES_PER_VALUE * values;
  }
}
