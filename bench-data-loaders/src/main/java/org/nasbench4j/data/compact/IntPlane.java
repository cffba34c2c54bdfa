package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;

/** One whole number per row, read in place. */
@FunctionalInterface
interface IntPlane {

  // The number of a row; the caller has checked the row.
  int at(int row);

  static IntPlane of(ElementType type, ByteBuffer bytes) {
    return switch (type) {
      case INT16 -> row -> bytes.getShort(row * Short.BYTES);
      case INT32 -> row -> bytes.getInt(row * Integer.BYTES);
      case INT64, FLOAT32, FLOAT64 ->
          throw new IllegalArgumentException(type.id() + " is no small whole number.");
    };
  }
}
