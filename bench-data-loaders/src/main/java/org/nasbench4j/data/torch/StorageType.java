package org.nasbench4j.data.torch;

import java.nio.ByteBuffer;
import org.nasbench4j.data.pickle.PickleConstructor;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;

/**
 * The element types of torch's storages that can be read, all little-endian. A pickle only refers
 * to the types; it never makes one.
 *
 * <p>Float, half and bfloat16 are exactly floats; double and the integers round to the nearest, and
 * values beyond the range of floats become infinite.
 */
enum StorageType implements PickleConstructor {
  FLOAT("FloatStorage", Float.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return data.getFloat(at);
    }
  },
  DOUBLE("DoubleStorage", Double.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return (float) data.getDouble(at);
    }
  },
  HALF("HalfStorage", Short.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return half(data.getShort(at));
    }
  },
  BFLOAT16("BFloat16Storage", Short.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return Float.intBitsToFloat(data.getShort(at) << 16);
    }
  },
  LONG("LongStorage", Long.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return data.getLong(at);
    }
  },
  INT("IntStorage", Integer.BYTES) {
    @Override
    float value(ByteBuffer data, int at) {
      return data.getInt(at);
    }
  };

  private static final int HALF_FRACTION_BITS = 10;
  private static final int FRACTION_BITS_MORE = 13;
  private static final int BIAS_MORE = 127 - 15;
  private static final int HALF_SPECIAL_EXPONENT = 31;

  private final String className;
  private final int bytes;

  StorageType(String className, int bytes) {
    this.className = className;
    this.bytes = bytes;
  }

  // The class's name in the module torch.
  String className() {
    return className;
  }

  // The size of one element.
  int bytes() {
    return bytes;
  }

  // The element at a byte.
  abstract float value(ByteBuffer data, int at);

  // Numbers of 1 sign, 5 exponent and 10 fraction bits (IEEE 754 binary16).
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> HALF_FRACTION_BITS & HALF_SPECIAL_EXPONENT;
    int fraction = bits & (1 << HALF_FRACTION_BITS) - 1;
    if (exponent == 0) {
      float subnormal = fraction * 0x1p-24f;
      return sign == 0 ? subnormal : -subnormal;
    }
    int wide = exponent == HALF_SPECIAL_EXPONENT ? 0xff : exponent + BIAS_MORE;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << FRACTION_BITS_MORE);
  }

  @Override
  public Object construct(PickleTuple arguments, PickleSite site) {
    throw site.unsupported(
        "a call of torch.%s".formatted(className), "storages that the file holds by reference");
  }
}
