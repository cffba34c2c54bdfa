package org.nasbench4j.data.compact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One contiguous array of a file: where it is, what it looks like and how its bytes are checked.
 *
 * @param path the path of the HDF5 dataset
 * @param type the type of its elements
 * @param dims its shape, the last dimension varying fastest
 * @param crc32c one CRC-32C for each {@link #BLOCK} bytes (the last block may be shorter), eight
 *     lower-case hexadecimal digits each
 */
record Slab(String path, ElementType type, List<Integer> dims, String crc32c) {

  /** The bytes behind one checksum. */
  static final int BLOCK = 64 * 1024;

  private static final int DIGITS = 8;
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9.@+_-]*)+");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");

  /** Checks that shape and checksums fit. */
  Slab {
    dims = List.copyOf(dims);
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("The path (%s) is not allowed.".formatted(path));
    }
    int blocks = blocks(bytes(path, type, dims));
    if (crc32c.length() != blocks * DIGITS || !HEX.matcher(crc32c).matches()) {
      throw new IllegalArgumentException(
          "The array %s must have %d checksums of %d hexadecimal digits, but has (%s)."
              .formatted(path, blocks, DIGITS, crc32c));
    }
  }

  private static int bytes(String path, ElementType type, List<Integer> dims) {
    long bytes = type.bytes();
    for (int dim : dims) {
      bytes *= dim;
      if (dim < 1 || bytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "The array %s must hold 1 to 2^31-1 bytes, but is %s of %s."
                .formatted(path, type.id(), dims));
      }
    }
    return (int) bytes;
  }

  private static int blocks(int bytes) {
    return (bytes - 1) / BLOCK + 1;
  }

  // The length in bytes.
  int bytes() {
    return bytes(path, type, dims);
  }

  // Fails if this is of another type or shape.
  void requireShape(ElementType wanted, List<Integer> shape) {
    if (type != wanted || !dims.equals(shape)) {
      throw new IllegalArgumentException(
          "The array %s must be %s of %s, but is %s of %s."
              .formatted(path, wanted.id(), shape, type.id(), dims));
    }
  }

  // The number of checksums.
  int blocks() {
    return blocks(bytes());
  }

  // The checksum of a block, as {@code (int) CRC32C.getValue()}.
  int checksum(int block) {
    return Integer.parseUnsignedInt(crc32c, block * DIGITS, (block + 1) * DIGITS, 16);
  }
}
