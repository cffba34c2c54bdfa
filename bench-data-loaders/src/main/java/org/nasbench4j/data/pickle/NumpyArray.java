package org.nasbench4j.data.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numpy array: what {@code numpy.ndarray} leaves in a pickle. Its elements are the bytes that the
 * pickle holds; a shape that does not fit them is refused before anything is allocated for it.
 */
public final class NumpyArray implements PickleState {
  /** As in numpy. */
  private static final int MOST_AXES = 32;

  private static final int STATE = 5;

  private @Nullable Elements elements;

  /** What the state of an array says. */
  private record Elements(List<Integer> shape, NumpyType type, ByteBuffer bytes) {}

  NumpyArray() {}

  // numpy.core.multiarray._reconstruct(numpy.ndarray, (0,), b'b'): an array that gets its state
  // afterwards.
  static Object reconstruct(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != 3
        || !(arguments.get(0) instanceof PickleGlobal type)
        || !type.name().equals("numpy.ndarray")) {
      throw site.malformed("_reconstruct takes numpy.ndarray, a shape and a code");
    }
    return new NumpyArray();
  }

  /**
   * Takes (version, shape, type, whether columns come first, bytes).
   *
   * @param state a tuple
   * @param site where it stands
   * @throws org.nasbench4j.table.MalformedTableException if the bytes are not those of the shape
   * @throws org.nasbench4j.table.UnsupportedTableException if columns come first, or the array has
   *     a state already
   */
  @Override
  public void build(Object state, PickleSite site) {
    if (!(state instanceof PickleTuple tuple)
        || tuple.size() != STATE
        || !(tuple.get(1) instanceof PickleTuple axes)
        || !(tuple.get(2) instanceof NumpyType type)
        || !(tuple.get(4) instanceof byte[] bytes)) {
      throw site.malformed(
          "the state of a numpy array must be version, shape, type, order and bytes");
    }
    List<Integer> shape = shape(axes, site);
    if (elements != null || (tuple.get(3).equals(true) && shape.size() > 1)) {
      throw site.unsupported("a numpy array of another layout", "arrays row by row, built once");
    }
    requireFits(shape, type, bytes.length, site);
    elements = new Elements(shape, type, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static List<Integer> shape(PickleTuple axes, PickleSite site) {
    if (axes.size() > MOST_AXES) {
      throw site.malformed("a numpy array has %d axes".formatted(axes.size()));
    }
    List<Integer> shape = new ArrayList<>();
    for (Object axis : axes.items()) {
      if (!(axis instanceof Long length) || length < 0 || length > Integer.MAX_VALUE) {
        throw site.malformed(
            "an axis of a numpy array is %s".formatted(PickleValues.describe(axis)));
      }
      shape.add(length.intValue());
    }
    return shape;
  }

  private static void requireFits(List<Integer> shape, NumpyType type, int bytes, PickleSite site) {
    long expected = type.length();
    for (int length : shape) {
      expected = length == 0 ? 0 : expected * length;
      if (expected > bytes) {
        break;
      }
    }
    if (expected != bytes) {
      throw site.malformed(
          "a numpy array of shape %s and %s has %d bytes".formatted(shape, type, bytes));
    }
  }

  /**
   * The lengths of the axes.
   *
   * @return empty for an array without a state, and for a single number
   */
  public List<Integer> shape() {
    return elements == null ? List.of() : elements.shape();
  }

  /**
   * The elements, row by row.
   *
   * @return {@link Double}, {@link Long} or {@link Boolean} each; empty for an array without a
   *     state
   */
  public List<Object> items() {
    List<Object> items = new ArrayList<>();
    if (elements != null) {
      ByteBuffer rest = elements.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
      while (rest.hasRemaining()) {
        items.add(elements.type().decode(rest));
      }
    }
    return items;
  }

  @Override
  public String toString() {
    return "a numpy array of shape " + shape();
  }
}
