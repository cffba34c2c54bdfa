package org.nasbench4j.data.nasbench101;

import java.util.Arrays;
import org.nasbench4j.table.Hash128;

/** Numbers hashes in the order in which they first come. Open addressing in a few plain arrays. */
final class HashIndex {
  private static final int FIRST_SLOTS = 1 << 12;
  private static final int NONE = -1;

  /** Odd; mixes all bits of a hash, since a file may choose some of them. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private int[] slots = new int[FIRST_SLOTS];
  private Hash128[] hashes = new Hash128[FIRST_SLOTS / 2];
  private int count;

  HashIndex() {
    Arrays.fill(slots, NONE);
  }

  int count() {
    return count;
  }

  Hash128 hash(int number) {
    return hashes[number];
  }

  // The hash's number; count() if it is new, and then it is taken up.
  int number(Hash128 hash) {
    int slot = slot(hash);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (count == hashes.length) {
      grow();
      slot = slot(hash);
    }
    slots[slot] = count;
    hashes[count] = hash;
    return count++;
  }

  // Where the hash is, or else a free place.
  private int slot(Hash128 hash) {
    int slot = (int) (((hash.high() ^ hash.low()) * GOLDEN) >>> Integer.SIZE) & (slots.length - 1);
    while (slots[slot] != NONE && !hashes[slots[slot]].equals(hash)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, NONE);
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    for (int number = 0; number < count; number++) {
      slots[slot(hashes[number])] = number;
    }
  }

  // The numbers by ascending hash.
  int[] sorted() {
    Integer[] numbers = new Integer[count];
    Arrays.setAll(numbers, number -> number);
    Arrays.sort(numbers, (left, right) -> hashes[left].compareTo(hashes[right]));
    return Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
  }
}
