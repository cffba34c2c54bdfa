package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;

/** One number per row, read in place; NaN where there is none. */
@FunctionalInterface
interface RealPlane {

  // The number of a row; the caller has checked the row.
  double at(int row);

  static RealPlane of(ElementType type, ByteBuffer bytes) {
    return switch (type) {
      case FLOAT32 -> row -> bytes.getFloat(row * Float.BYTES);
      case FLOAT64 -> row -> bytes.getDouble(row * Double.BYTES);
      case INT16, INT32, INT64 -> throw new IllegalArgumentException(type.id() + " is not real.");
    };
  }
}
