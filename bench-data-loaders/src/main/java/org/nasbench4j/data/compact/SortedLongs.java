package org.nasbench4j.data.compact;

/**
 * Numbers that ascend as unsigned ones, and where they begin by their upper bits.
 *
 * <p>Hashes and keys are spread evenly, so that a beginning is followed by a few rows of its bits:
 * a number is found with one or two looks at memory that is not in the cache. Numbers that are not
 * spread are found by halves.
 */
final class SortedLongs {
  // Of hashes in a whole table of NAS-Bench-101 each beginning has six; the beginnings take 256 kB.
  private static final int ROWS_PER_BEGINNING = 4;

  private final LongPlane numbers;
  private final int shift;
  private final int[] beginnings;

  SortedLongs(LongPlane numbers) {
    this.numbers = numbers;
    int wanted = Math.max(2, numbers.count() / ROWS_PER_BEGINNING);
    int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(wanted);
    shift = Long.SIZE - bits;
    beginnings = new int[(1 << bits) + 1];
    for (int row = 0; row < numbers.count(); row++) {
      beginnings[beginning(numbers.at(row)) + 1] = row + 1;
    }
    // A beginning that no number has is where the next one is.
    for (int i = 1; i < beginnings.length; i++) {
      beginnings[i] = Math.max(beginnings[i], beginnings[i - 1]);
    }
  }

  private int beginning(long number) {
    return (int) (number >>> shift);
  }

  long at(int row) {
    return numbers.at(row);
  }

  int count() {
    return numbers.count();
  }

  // The first row of at least a number; the count if there is none.
  int firstAtLeast(long number) {
    int beginning = beginning(number);
    int low = beginnings[beginning];
    int high = beginnings[beginning + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(numbers.at(middle), number) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
