package org.nasbench4j.data.pickle;

/**
 * What a pickle may cost. Sizes that a pickle announces are checked before anything is allocated.
 *
 * @param bytes the length of the pickle, after any decompression; records that were handed out do
 *     not count
 * @param textBytes the length of one string, byte string or big integer, in bytes
 * @param items the number of items of one collection, and of values that wait on the stack
 * @param memoEntries the number of values that a pickle may keep to refer back to
 * @param depth how deep collections may be nested
 */
public record PickleLimits(long bytes, int textBytes, int items, int memoEntries, int depth) {

  /**
   * Limits for one small file: 16 MiB, texts of 1 MiB, a million items and memo entries, 100
   * levels. The largest pickle that was seen in NATS-Bench's folders is 1.4 MB, with 15,625 items,
   * 32,775 memo entries and 6 levels.
   */
  public static final PickleLimits DEFAULTS =
      new PickleLimits(1L << 24, 1 << 20, 1_000_000, 1_000_000, 100);

  /**
   * Limits for a file whose {@link PickleRecords} are handed out one by one: as {@link #DEFAULTS}
   * for each record and for all the rest, but with 400 million memo entries. All records of
   * NATS-Bench have 168 million.
   */
  public static final PickleLimits RECORDS =
      new PickleLimits(1L << 24, 1 << 20, 1_000_000, 400_000_000, 100);

  /** Checks that every limit is positive. */
  public PickleLimits {
    require("bytes", bytes);
    require("textBytes", textBytes);
    require("items", items);
    require("memoEntries", memoEntries);
    require("depth", depth);
  }

  private static void require(String name, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "The limit %s (%d) must be at least 1.".formatted(name, limit));
    }
  }
}
