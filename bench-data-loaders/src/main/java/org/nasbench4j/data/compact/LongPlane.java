package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;

/** One long number per row, read in place. */
final class LongPlane {
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
}
