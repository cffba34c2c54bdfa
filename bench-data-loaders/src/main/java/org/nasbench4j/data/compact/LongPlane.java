package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;

/** One long number per row, read in place. */
record LongPlane(ByteBuffer bytes) {

  // The number of a row; the caller has checked the row.
  long at(int row) {
    return bytes.getLong(row * Long.BYTES);
  }

  int count() {
    return bytes.capacity() / Long.BYTES;
  }

  // The first row of at least a number, all as unsigned and ascending; the count if there is none.
  int firstAtLeast(long number) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(at(middle), number) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
