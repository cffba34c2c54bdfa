package org.nasbench4j.data.compact;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The type of an array's elements, little-endian in the file; the names are NumPy's. */
enum ElementType {
  INT16("int16", Short.BYTES),
  INT32("int32", Integer.BYTES),
  INT64("int64", Long.BYTES),
  FLOAT32("float32", Float.BYTES),
  FLOAT64("float64", Double.BYTES);

  private final String id;
  private final int bytes;

  ElementType(String id, int bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  String id() {
    return id;
  }

  int bytes() {
    return bytes;
  }

  // A Java array of so many zeros.
  Object zeros(int length) {
    return switch (this) {
      case INT16 -> new short[length];
      case INT32 -> new int[length];
      case INT64 -> new long[length];
      case FLOAT32 -> new float[length];
      case FLOAT64 -> new double[length];
    };
  }

  boolean isInteger() {
    return this == INT16 || this == INT32 || this == INT64;
  }

  static ElementType parse(String id) {
    for (ElementType type : values()) {
      if (type.id.equals(id)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "The element type (%s) is unknown. Use one of %s."
            .formatted(
                id,
                Arrays.stream(values()).map(ElementType::id).collect(Collectors.joining(", "))));
  }
}
