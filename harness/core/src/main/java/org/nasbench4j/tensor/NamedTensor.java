package org.nasbench4j.tensor;

import java.util.List;

/**
 * One array of a checkpoint, row-major.
 *
 * @param name the array's name in the checkpoint
 * @param shape the length of each axis; empty for a single number
 * @param values as many as the product of the shape; handed over, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // weights on their way into a network; never compared
public record NamedTensor(String name, List<Integer> shape, float[] values) {

  /** Checks that shape and values agree, and copies the shape. */
  public NamedTensor {
    shape = List.copyOf(shape);
    long size = 1;
    for (int length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "The tensor (%s) has a negative axis in its shape %s.".formatted(name, shape));
      }
      size = Math.multiplyExact(size, length);
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "The tensor (%s) of shape %s needs %d values, but has %d."
              .formatted(name, shape, size, values.length));
    }
  }
}
