package org.nasbench4j.stats;

import java.util.Arrays;

/**
 * Sorts keys as unsigned numbers and carries items along; stable. Only the bits in which the keys
 * differ are looked at, least significant digit first: O(n) time and memory.
 */
final class RadixSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  private final int[] starts = new int[1 << DIGIT_BITS];
  private long[] keys;
  private int[] items;
  private long[] spareKeys;
  private int[] spareItems;

  // Sorts at once; both arrays become scratch space and belong to this object.
  RadixSort(long[] keys, int[] items) {
    this.keys = keys;
    this.items = items;
    this.spareKeys = new long[keys.length];
    this.spareItems = new int[keys.length];
    long differing = differingBits();
    int end = Long.SIZE - Long.numberOfLeadingZeros(differing);
    for (int shift = Long.numberOfTrailingZeros(differing); shift < end; shift += DIGIT_BITS) {
      sortByDigit(shift);
    }
  }

  // The keys in ascending order.
  long[] keys() {
    return keys;
  }

  // The items in the order of their keys.
  int[] items() {
    return items;
  }

  private long differingBits() {
    long differing = 0;
    for (long key : keys) {
      differing |= key ^ keys[0];
    }
    return differing;
  }

  private void sortByDigit(int shift) {
    countDigits(shift);
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      int target = starts[(int) (key >>> shift) & DIGIT_MASK]++;
      spareKeys[target] = key;
      spareItems[target] = items[i];
    }
    swapWithSpare();
  }

  private void countDigits(int shift) {
    Arrays.fill(starts, 0);
    for (long key : keys) {
      starts[(int) (key >>> shift) & DIGIT_MASK]++;
    }
    int start = 0;
    for (int digit = 0; digit < starts.length; digit++) {
      int count = starts[digit];
      starts[digit] = start;
      start += count;
    }
  }

  private void swapWithSpare() {
    long[] sortedKeys = spareKeys;
    spareKeys = keys;
    keys = sortedKeys;
    int[] sortedItems = spareItems;
    spareItems = items;
    items = sortedItems;
  }
}
