package org.nasbench4j.data.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The elements that tensors are views of. The pickle announces a storage; its data come later in
 * the file.
 */
final class Storage {
  private static final ByteBuffer NOT_LOADED = ByteBuffer.allocate(0);

  private final String key;
  private final StorageType type;
  private final long count;
  private ByteBuffer data = NOT_LOADED;

  Storage(String key, StorageType type, long count) {
    this.key = key;
    this.type = type;
    this.count = count;
  }

  String key() {
    return key;
  }

  StorageType type() {
    return type;
  }

  // The number of elements that the pickle announces.
  long count() {
    return count;
  }

  // Takes the data, which must be as long as announced.
  void load(ByteBuffer bytes) {
    if (bytes.remaining() != count * type.bytes()) {
      throw new IllegalArgumentException(
          "The storage (%s) needs %d bytes, not %d."
              .formatted(key, count * type.bytes(), bytes.remaining()));
    }
    data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  float value(long index) {
    return type.value(data, Math.toIntExact(index * type.bytes()));
  }
}
