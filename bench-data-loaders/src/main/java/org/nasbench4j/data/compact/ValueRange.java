package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
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

  // A value that is not possible. Each type has its loop: this is done for all that is ever read.
  OptionalDouble outside(ElementType type, ByteBuffer bytes) {
    if (equals(ANY)) {
      return OptionalDouble.empty();
    }
    return switch (type) {
      case INT16 -> outside(bytes.asShortBuffer());
      case INT32 -> outside(bytes.asIntBuffer());
      case FLOAT32 -> outside(bytes.asFloatBuffer());
      case FLOAT64 -> outside(bytes.asDoubleBuffer());
      case INT64 -> throw new IllegalArgumentException("Keys have no range.");
    };
  }

  private OptionalDouble outside(ShortBuffer values) {
    int least = 0;
    int most = 0;
    for (int at = 0; at < values.limit(); at++) {
      int value = values.get(at);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return outside(least, most);
  }

  private OptionalDouble outside(IntBuffer values) {
    int least = 0;
    int most = 0;
    for (int at = 0; at < values.limit(); at++) {
      int value = values.get(at);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return outside(least, most);
  }

  // All ranges have 0.
  private OptionalDouble outside(int least, int most) {
    if (least < low) {
      return OptionalDouble.of(least);
    }
    return most > high ? OptionalDouble.of(most) : OptionalDouble.empty();
  }

  private OptionalDouble outside(FloatBuffer values) {
    for (int at = 0; at < values.limit(); at++) {
      float value = values.get(at);
      if (value < low || value > high) {
        return OptionalDouble.of(value);
      }
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble outside(DoubleBuffer values) {
    for (int at = 0; at < values.limit(); at++) {
      double value = values.get(at);
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
