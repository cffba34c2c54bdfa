package org.nasbench4j.data.pickle;

import java.math.BigInteger;
import org.nasbench4j.table.OneLine;

/** Words for values in error messages: short, and safe for values of any size. */
public final class PickleValues {
  private static final int LONGEST_TEXT = 60;

  /** Python has one object for each byte string of this length, such as {@code b'b'}. */
  private static final int LONGEST_SHARED_BYTES = 1;

  private PickleValues() {}

  /**
   * Describes a value.
   *
   * @param value anything that {@link PickleReader} returned
   * @return for example {@code the int 12} or {@code a list of 3}
   */
  public static String describe(Object value) {
    if (value instanceof String text) {
      return "the string '%s'".formatted(shorten(text));
    }
    if (value instanceof Long number) {
      return "the int " + number;
    }
    if (value instanceof Double number) {
      return "the float " + number;
    }
    if (value instanceof byte[] bytes) {
      return "a byte string of %d".formatted(bytes.length);
    }
    if (value instanceof BigInteger big) {
      return "an int of %d bits".formatted(big.bitLength());
    }
    return value instanceof PickleNone ? "None" : value.toString();
  }

  private static String shorten(String text) {
    return OneLine.of(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
  }

  // The characters of a text, the items of a collection, 1 for anything else.
  static int length(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    return value instanceof PickleContainer container ? container.size() : 1;
  }

  // Whether the value cannot change and holds no byte string but those that Python shares.
  static boolean isConstant(Object value) {
    if (value instanceof PickleTuple tuple) {
      return tuple.isConstant();
    }
    return !(value instanceof PickleContainer)
        && !(value instanceof NumpyArray)
        && !(value instanceof byte[] bytes && bytes.length > LONGEST_SHARED_BYTES);
  }

  // The depth of a collection that holds the value as its only item.
  static int depthAround(Object item) {
    return item instanceof PickleContainer container ? 1 + container.depth() : 1;
  }
}
