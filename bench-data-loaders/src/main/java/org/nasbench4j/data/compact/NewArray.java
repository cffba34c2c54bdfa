package org.nasbench4j.data.compact;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An array on its way into a file.
 *
 * @param path the dataset's path
 * @param type the type of its elements
 * @param dims its shape
 * @param data gives nested Java arrays of that type and shape, each time it is asked: a table's
 *     arrays need not fit into memory a second time
 */
record NewArray(String path, ElementType type, List<Integer> dims, Supplier<Object> data) {

  // Where it will be, with its checksums.
  Slab slab() {
    BlockChecksums checksums = new BlockChecksums();
    forEachPiece(data.get(), checksums::update);
    return new Slab(path, type, dims, checksums.finish());
  }

  // Hands out all bytes in the order of the file.
  void forEachPiece(Consumer<ByteBuffer> consumer) {
    forEachPiece(data.get(), consumer);
  }

  // Zeros of that type and shape, in the memory of one row.
  Object zeros() {
    int last = dims.size() - 1;
    Object zeros = type.zeros(dims.get(last));
    for (int axis = last - 1; axis >= 0; axis--) {
      Object rows = Array.newInstance(zeros.getClass(), dims.get(axis));
      Arrays.fill((Object[]) rows, zeros);
      zeros = rows;
    }
    return zeros;
  }

  private static void forEachPiece(Object data, Consumer<ByteBuffer> consumer) {
    if (data instanceof Object[] rows) {
      for (Object row : rows) {
        forEachPiece(row, consumer);
      }
    } else {
      consumer.accept(littleEndian(data));
    }
  }

  private static ByteBuffer littleEndian(Object data) {
    if (data instanceof short[] shorts) {
      ByteBuffer bytes = allocate(shorts.length, Short.BYTES);
      bytes.asShortBuffer().put(shorts);
      return bytes;
    }
    if (data instanceof int[] ints) {
      ByteBuffer bytes = allocate(ints.length, Integer.BYTES);
      bytes.asIntBuffer().put(ints);
      return bytes;
    }
    if (data instanceof long[] longs) {
      ByteBuffer bytes = allocate(longs.length, Long.BYTES);
      bytes.asLongBuffer().put(longs);
      return bytes;
    }
    if (data instanceof float[] floats) {
      ByteBuffer bytes = allocate(floats.length, Float.BYTES);
      bytes.asFloatBuffer().put(floats);
      return bytes;
    }
    double[] doubles = (double[]) data;
    ByteBuffer bytes = allocate(doubles.length, Double.BYTES);
    bytes.asDoubleBuffer().put(doubles);
    return bytes;
  }

  private static ByteBuffer allocate(int length, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(length, size)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
