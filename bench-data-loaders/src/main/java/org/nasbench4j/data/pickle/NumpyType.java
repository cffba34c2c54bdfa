package org.nasbench4j.data.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The numpy types whose scalars and arrays can be read, little-endian only. */
enum NumpyType implements PickleState {
  FLOAT64("f8", Double.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return bytes.getDouble();
    }
  },
  FLOAT32("f4", Float.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return (double) bytes.getFloat();
    }
  },
  INT64("i8", Long.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  INT32("i4", Integer.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return (long) bytes.getInt();
    }
  },
  INT8("i1", Byte.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return (long) bytes.get();
    }
  },
  BOOL("b1", Byte.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      return bytes.get() != 0;
    }
  },
  /** Anything; only in arrays that hold a list. */
  OBJECT("O8", Long.BYTES) {
    @Override
    Object decode(ByteBuffer bytes) {
      throw new IllegalStateException("An object has no bytes.");
    }
  };

  private static final Map<String, NumpyType> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(type -> type.code, type -> type));

  private final String code;
  private final int length;

  NumpyType(String code, int length) {
    this.code = code;
    this.length = length;
  }

  // The bytes of one element.
  int length() {
    return length;
  }

  // Takes the next element off the bytes.
  abstract Object decode(ByteBuffer bytes);

  // numpy.dtype(code, align, copy), but for objects.
  static Object construct(PickleTuple arguments, PickleSite site) {
    NumpyType type = any(arguments, site);
    if (type == OBJECT) {
      throw site.unsupported("the numpy type 'O8'", "f8, f4, i8, i4, i1, b1");
    }
    return type;
  }

  // numpy.dtype(code, align, copy), where there are arrays.
  static NumpyType any(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 3 || !(arguments.get(0) instanceof String code)) {
      throw site.malformed("numpy.dtype takes a code and two flags");
    }
    NumpyType type = BY_CODE.get(code);
    if (type == null) {
      throw site.unsupported("the numpy type '%s'".formatted(code), "f8, f4, i8, i4, i1, b1, O8");
    }
    return type;
  }

  // numpy.core.multiarray.scalar(dtype, bytes).
  static Object scalar(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof NumpyType type)
        || !(arguments.get(1) instanceof byte[] bytes)
        || type == OBJECT) {
      throw site.malformed("a numpy scalar takes a dtype and bytes");
    }
    if (bytes.length != type.length) {
      throw site.malformed(
          "a numpy scalar of type %s has %d bytes".formatted(type.code, bytes.length));
    }
    return type.decode(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  // Takes (version, byte order, …): constants of a plain type are the same for every pickle.
  @Override
  public void build(Object state, PickleSite site) {
    if (!(state instanceof PickleTuple tuple)
        || tuple.size() < 2
        || !(tuple.get(1) instanceof String order)) {
      throw site.malformed("the state of a numpy dtype must be a tuple with a byte order");
    }
    if (!order.equals("<") && !((length == 1 || this == OBJECT) && order.equals("|"))) {
      throw site.unsupported("the numpy byte order '%s'".formatted(order), "little-endian, '<'");
    }
  }

  @Override
  public String toString() {
    return "the numpy type " + code;
  }
}
