package org.nasbench4j.data.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A numpy array: what {@code numpy.ndarray} leaves in a pickle. Its elements are the bytes or the
 * list that the pickle holds; a shape that does not fit them is refused before anything is
 * allocated for it.
 */
public final class NumpyArray implements PickleState {
  /** As in numpy. */
  private static final int MOST_AXES = 32;

  private static final int STATE = 5;
  private static final int BUFFER = 4;

  private boolean isBuilt;
  private List<Integer> shape = List.of();
  private List<Object> items = List.of();

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

  // numpy.core.numeric._frombuffer(bytes, dtype, shape, order), from protocol 5 on.
  static Object fromBuffer(PickleTuple arguments, PickleSite site) {
    if (arguments.size() != BUFFER
        || !(arguments.get(0) instanceof byte[] bytes)
        || !(arguments.get(1) instanceof NumpyType type)
        || !(arguments.get(2) instanceof PickleTuple axes)
        || !(arguments.get(3) instanceof String order)) {
      throw site.malformed("_frombuffer takes bytes, type, shape and order");
    }
    NumpyArray array = new NumpyArray();
    array.fill(shape(axes, site), type, bytes, order.equals("F"), site);
    return array;
  }

  /**
   * Takes (version, shape, type, whether columns come first, bytes or list).
   *
   * @param state a tuple
   * @param site where it stands
   * @throws org.nasbench4j.table.MalformedTableException if the elements are not those of the shape
   * @throws org.nasbench4j.table.UnsupportedTableException if columns come first in more than two
   *     axes, or the array has a state already
   */
  @Override
  public void build(Object state, PickleSite site) {
    if (!(state instanceof PickleTuple tuple)
        || tuple.size() != STATE
        || !(tuple.get(1) instanceof PickleTuple axes)
        || !(tuple.get(2) instanceof NumpyType type)
        || !(tuple.get(3) instanceof Boolean columnsFirst)) {
      throw site.malformed(
          "the state of a numpy array must be version, shape, type, order and elements");
    }
    fill(shape(axes, site), type, tuple.get(4), columnsFirst, site);
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

  private void fill(
      List<Integer> axes, NumpyType type, Object content, boolean columnsFirst, PickleSite site) {
    if (isBuilt || (columnsFirst && axes.size() > 2)) {
      throw site.unsupported(
          "a numpy array of another layout", "arrays of up to two axes, built once");
    }
    isBuilt = true;
    List<Object> stored = stored(axes, type, content, site);
    shape = axes;
    items = columnsFirst && axes.size() == 2 ? transposed(stored, axes) : stored;
  }

  private static List<Object> stored(
      List<Integer> shape, NumpyType type, Object content, PickleSite site) {
    if (type == NumpyType.OBJECT && content instanceof PickleList list) {
      requireFits(shape, type, 1, list.size(), site);
      return list.items();
    }
    if (type == NumpyType.OBJECT || !(content instanceof byte[] bytes)) {
      throw site.malformed(
          "the elements of a numpy array of %s are %s"
              .formatted(type, PickleValues.describe(content)));
    }
    requireFits(shape, type, type.length(), bytes.length, site);
    ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Object> items = new ArrayList<>(bytes.length / type.length());
    while (rest.hasRemaining()) {
      items.add(type.decode(rest));
    }
    return Collections.unmodifiableList(items);
  }

  private static void requireFits(
      List<Integer> shape, NumpyType type, int length, int found, PickleSite site) {
    long expected = length;
    for (int axis : shape) {
      expected = Math.min(expected * axis, Integer.MAX_VALUE + 1L);
    }
    if (expected != found) {
      throw site.malformed(
          "a numpy array of shape %s and %s has %d %s"
              .formatted(shape, type, found, type == NumpyType.OBJECT ? "elements" : "bytes"));
    }
  }

  private static List<Object> transposed(List<Object> columns, List<Integer> shape) {
    Object[] rows = new Object[columns.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i % shape.get(0) * shape.get(1) + i / shape.get(0)] = columns.get(i);
    }
    return Arrays.asList(rows);
  }

  /**
   * The lengths of the axes.
   *
   * @return empty for an array without a state, and for a single number
   */
  public List<Integer> shape() {
    return shape;
  }

  /**
   * The elements, row by row.
   *
   * @return {@link Double}, {@link Long} or {@link Boolean} each, anything for arrays of objects;
   *     unmodifiable, empty for an array without a state
   */
  public List<Object> items() {
    return Collections.unmodifiableList(items);
  }

  @Override
  public String toString() {
    return "a numpy array of shape " + shape;
  }
}
