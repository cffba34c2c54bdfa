package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * The values that an array can have: right checksums alone do not make an accuracy of more than 100
 * % possible. NaN, which stands for an absent real number, always is.
 *
 * @param low the least
 * @param high the greatest
 */
record ValueRange(double low, double high) {
  static final ValueRange ANY = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  // The first value that is not possible.
  OptionalDouble firstOutside(ElementType type, ByteBuffer bytes) {
    if (equals(ANY)) {
      return OptionalDouble.empty();
    }
    for (int at = 0; at < bytes.limit(); at += type.bytes()) {
      double value = value(type, bytes, at);
      if (value < low || value > high) {
        return OptionalDouble.of(value);
      }
    }
    return OptionalDouble.empty();
  }

  private static double value(ElementType type, ByteBuffer bytes, int at) {
    return switch (type) {
      case INT16 -> bytes.getShort(at);
      case INT32 -> bytes.getInt(at);
      case INT64 -> bytes.getLong(at);
      case FLOAT32 -> bytes.getFloat(at);
      case FLOAT64 -> bytes.getDouble(at);
    };
  }

  @Override
  public String toString() {
    return "[%s, %s]".formatted(low, high);
  }
}
