package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/**
 * The values that an array can have: right checksums alone do not make an accuracy of more than 100
 * % possible. NaN, which stands for an absent real number, always is.
 *
 * @param low the least, at most 0
 * @param high the greatest, at least 0
 */
record ValueRange(double low, double high) {
  static final ValueRange ANY = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Checks that 0 is in it. */
  ValueRange {
    if (low > 0 || high < 0) {
      throw new IllegalArgumentException("The range [%s, %s] lacks 0.".formatted(low, high));
    }
  }

  // A value that is not possible.
  OptionalDouble outside(ElementType type, ByteBuffer bytes) {
    if (equals(ANY)) {
      return OptionalDouble.empty();
    }
    int count = bytes.limit() / type.bytes();
    return type.isInteger()
        ? outsideCount(IntPlane.of(type, bytes), count)
        : outsideNumber(RealPlane.of(type, bytes), count);
  }

  // Without a branch for each value: all that is ever read goes through here. All ranges have 0.
  private OptionalDouble outsideCount(IntPlane values, int count) {
    int least = 0;
    int most = 0;
    for (int at = 0; at < count; at++) {
      int value = values.at(at);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (least < low) {
      return OptionalDouble.of(least);
    }
    return most > high ? OptionalDouble.of(most) : OptionalDouble.empty();
  }

  private OptionalDouble outsideNumber(RealPlane values, int count) {
    for (int at = 0; at < count; at++) {
      double value = values.at(at);
      if (value < low || value > high) {
        return OptionalDouble.of(value);
      }
    }
    return OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return "[%s, %s]".formatted(low, high);
  }
}
