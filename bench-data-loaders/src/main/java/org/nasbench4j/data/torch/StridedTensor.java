package org.nasbench4j.data.torch;

import java.util.List;

/**
 * A view of a storage: element {@code (i, j, …)} is the storage's element {@code offset + i ×
 * strides[0] + j × strides[1] + …}.
 *
 * @param storage where the elements are
 * @param offset of the first
 * @param shape the length of each axis
 * @param strides as many as axes
 */
record StridedTensor(Storage storage, long offset, List<Integer> shape, List<Long> strides) {

  // The number of elements; the shape was checked not to overflow.
  int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  // The elements, row-major.
  float[] values() {
    float[] values = new float[size()];
    int[] position = new int[shape.size()];
    long element = offset;
    for (int i = 0; i < values.length; i++) {
      values[i] = storage.value(element);
      element += step(position);
    }
    return values;
  }

  // Moves the position to the next element and returns how far that is in the storage.
  private long step(int[] position) {
    long distance = 0;
    for (int axis = position.length - 1; axis >= 0; axis--) {
      distance += strides.get(axis);
      if (++position[axis] < shape.get(axis)) {
        return distance;
      }
      distance -= strides.get(axis) * shape.get(axis);
      position[axis] = 0;
    }
    return distance;
  }
}
