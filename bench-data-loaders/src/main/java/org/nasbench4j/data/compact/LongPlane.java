package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;

/** One long number per row, read in place: ascending as unsigned numbers where rows are found. */
final class LongPlane {

  /** What turns the upper 53 bits of a number into a share of all numbers. */
  private static final double SHARE = 0x1p-53;

  private static final int LOWER_BITS = 11;

  /** What turns the difference of two numbers into a share of all numbers. */
  private static final double DIFFERENCE = 0x1p-64;

  private static final int LOOKS = 1;
  private static final int FIRST_REACH = 4;

  private final ByteBuffer bytes;
  private final int count;

  LongPlane(ByteBuffer bytes) {
    this.bytes = bytes;
    this.count = bytes.capacity() / Long.BYTES;
  }

  // The number of a row; the caller has checked the row.
  long at(int row) {
    return bytes.getLong(row * Long.BYTES);
  }

  int count() {
    return count;
  }

  // The first row of at least a number; the count if there is none.
  int firstAtLeast(long number) {
    int near = near(number);
    boolean before = isBelow(near, number);
    int low = before ? near + 1 : 0;
    int high = before ? count : near;
    int reach = before ? near + FIRST_REACH : near - FIRST_REACH;
    while (reach > low && reach < high) {
      if (isBelow(reach, number)) {
        low = reach + 1;
      } else {
        high = reach;
      }
      reach = before ? near + 2 * (reach - near) : near - 2 * (near - reach);
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBelow(middle, number)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBelow(int row, long number) {
    return Long.compareUnsigned(at(row), number) < 0;
  }

  // Where a number should be. Hashes and keys are spread evenly, so that a row is near its number's
  // share of the count, and nearer with each look at what is there; each look is a cache miss.
  private int near(long number) {
    int near = (int) ((number >>> LOWER_BITS) * SHARE * count);
    for (int look = 0; look < LOOKS; look++) {
      double off = (number - at(near)) * DIFFERENCE * count;
      near = (int) Math.max(0, Math.min(count - 1.0, near + off));
    }
    return near;
  }
}
