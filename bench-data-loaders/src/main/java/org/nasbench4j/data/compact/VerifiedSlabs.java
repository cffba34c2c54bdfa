package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * Hands out pieces of a file's arrays; each {@link Slab#BLOCK} of bytes is checked before it is
 * handed out for the first time, its checksum and then its values. Thread-safe.
 */
final class VerifiedSlabs {

  private final Hdf5File file;
  private final Map<String, ValueRange> ranges;
  private final Map<String, Checked> checked = new ConcurrentHashMap<>();

  // The arrays without a range may have any values.
  VerifiedSlabs(Hdf5File file, Map<String, ValueRange> ranges) {
    this.file = file;
    this.ranges = ranges;
  }

  /**
   * A piece of an array.
   *
   * @param slab the array
   * @param first its first element
   * @param count the number of elements
   * @return the bytes, little-endian, from position 0
   * @throws MalformedTableException if they are not what was written
   */
  ByteBuffer elements(Slab slab, int first, int count) {
    int size = slab.type().bytes();
    return checked
        .computeIfAbsent(slab.path(), path -> new Checked(slab, file.extent(slab)))
        .bytes(first * size, count * size);
  }

  // The error of an array whose bytes are those that were written, and make no sense.
  MalformedTableException senseless(Slab slab, Object reason) {
    return new MalformedTableException(
        file.path(), "dataset (%s): %s".formatted(slab.path(), reason));
  }

  // All elements of an array.
  ByteBuffer all(Slab slab) {
    return elements(slab, 0, slab.bytes() / slab.type().bytes());
  }

  /** One array and the blocks of it that were checked. */
  private final class Checked {
    private final Slab slab;
    private final Hdf5File.Extent extent;

    /** Two threads may check the same block; both find the same, so no lock is needed. */
    private final boolean[] intact;

    Checked(Slab slab, Hdf5File.Extent extent) {
      this.slab = slab;
      this.extent = extent;
      this.intact = new boolean[slab.blocks()];
    }

    ByteBuffer bytes(int offset, int length) {
      int last = (offset + length - 1) / Slab.BLOCK;
      for (int block = offset / Slab.BLOCK; block <= last; block++) {
        if (!intact[block]) {
          check(block);
          intact[block] = true;
        }
      }
      return extent.bytes().slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void check(int block) {
      int start = block * Slab.BLOCK;
      ByteBuffer bytes = extent.bytes().slice(start, Math.min(Slab.BLOCK, slab.bytes() - start));
      CRC32C crc = new CRC32C();
      crc.update(bytes.duplicate());
      if ((int) crc.getValue() != slab.checksum(block)) {
        throw new MalformedTableException(
            file.path(),
            new AtByte(extent.address() + start),
            "block %d of dataset (%s) does not match its checksum; delete the file and make it again, one that comes with the program is unpacked again"
                .formatted(block, slab.path()));
      }
      ValueRange range = ranges.getOrDefault(slab.path(), ValueRange.ANY);
      OptionalDouble outside = range.outside(slab.type(), bytes.order(ByteOrder.LITTLE_ENDIAN));
      if (outside.isPresent()) {
        throw senseless(
            slab, "the value %s does not lie in %s".formatted(outside.getAsDouble(), range));
      }
    }
  }
}
