package org.nasbench4j.data.compact;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * A mapped HDF5 file: finds the bytes of contiguous datasets and nothing more. What they mean, and
 * whether they are intact, is for the caller to check; that the HDF5 structures around them are
 * damaged shows here as {@link MalformedTableException}.
 */
final class Hdf5File {

  private static final long SIGNATURE = 0x0a1a0a0d46444889L;

  private final Path path;
  private final HdfFile file;

  private Hdf5File(Path path, HdfFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Where a dataset's bytes are.
   *
   * @param bytes all of them, little-endian
   * @param address their offset in the file
   */
  record Extent(ByteBuffer bytes, long address) {}

  /**
   * Maps a file; the mapping lives as long as something uses it.
   *
   * @param path the file
   * @return the file, its datasets not yet looked at
   * @throws IOException if it cannot be read
   * @throws MalformedTableException if it was cut off or damaged
   * @throws UnsupportedTableException if it is no HDF5 file or larger than one mapping
   */
  static Hdf5File open(Path path) throws IOException {
    ByteBuffer bytes = map(path);
    if (bytes.remaining() < Long.BYTES || bytes.getLong(0) != SIGNATURE) {
      throw new UnsupportedTableException(
          "a file that is not HDF5 (%s)".formatted(path), HeaderJson.SUPPORTED);
    }
    HdfFile file = guarded(path, () -> HdfFile.fromByteBuffer(bytes.duplicate()));
    requireComplete(path, file, bytes.remaining());
    return new Hdf5File(path, file);
  }

  private static ByteBuffer map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > Integer.MAX_VALUE) {
        throw new UnsupportedTableException(
            "a file of %d bytes (%s)".formatted(size, path), "tables of up to 2 GiB");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static void requireComplete(Path path, HdfFile file, int size) {
    long announced =
        guarded(path, () -> file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress());
    if (announced != size) {
      throw new MalformedTableException(
          path,
          new AtByte(size),
          "it has %d bytes but announces %d: it was cut off or something was appended"
              .formatted(size, announced));
    }
  }

  Path path() {
    return path;
  }

  // Whether the file holds a dataset.
  synchronized boolean has(String dataset) {
    return guarded(path, () -> find(dataset)) != null;
  }

  /**
   * Finds a dataset.
   *
   * @param slab its path and what it should look like
   * @return its bytes, not checked
   * @throws MalformedTableException if it is missing or does not look as expected
   */
  synchronized Extent extent(Slab slab) {
    ContiguousDataset dataset = dataset(slab.path());
    return guarded(
        path,
        () -> {
          require(slab.path(), "shape", slab.dims(), dims(dataset));
          require(slab.path(), "type", slab.type(), type(dataset.getDataType()));
          Extent extent = extent(dataset);
          require(slab.path(), "length", slab.bytes(), extent.bytes().remaining());
          return extent;
        });
  }

  // Finds a dataset of whose shape and type nothing is known.
  synchronized Extent extent(String name) {
    ContiguousDataset dataset = dataset(name);
    return guarded(path, () -> extent(dataset));
  }

  private static Extent extent(ContiguousDataset dataset) {
    ByteBuffer bytes = dataset.getBuffer();
    return new Extent(bytes.order(ByteOrder.LITTLE_ENDIAN), dataset.getDataAddress());
  }

  private ContiguousDataset dataset(String name) {
    Node node = guarded(path, () -> find(name));
    if (node instanceof ContiguousDataset dataset) {
      return dataset;
    }
    throw new MalformedTableException(
        path, "there is no contiguous dataset (%s) in it".formatted(name));
  }

  private @Nullable Node find(String name) {
    Node node = file;
    for (String step : name.substring(1).split("/", -1)) {
      node = node instanceof Group group ? group.getChild(step) : null;
    }
    return node;
  }

  private void require(String dataset, String what, Object expected, @Nullable Object found) {
    if (!expected.equals(found)) {
      throw new MalformedTableException(
          path,
          "the %s of dataset (%s) is %s, but the header says %s"
              .formatted(what, dataset, found, expected));
    }
  }

  private static Object dims(ContiguousDataset dataset) {
    return Arrays.stream(dataset.getDimensions()).boxed().toList();
  }

  private static @Nullable ElementType type(DataType type) {
    if (type instanceof FixedPoint integer
        && integer.isSigned()
        && integer.getByteOrder() == ByteOrder.LITTLE_ENDIAN) {
      return switch (integer.getSize()) {
        case Short.BYTES -> ElementType.INT16;
        case Integer.BYTES -> ElementType.INT32;
        case Long.BYTES -> ElementType.INT64;
        default -> null;
      };
    }
    if (type instanceof FloatingPoint real && real.getByteOrder() == ByteOrder.LITTLE_ENDIAN) {
      return real.getSize() == Float.BYTES ? ElementType.FLOAT32 : ElementType.FLOAT64;
    }
    return null;
  }

  // The one place where what jhdf throws at damaged structures is turned into our exceptions.
  private static <T extends @Nullable Object> T guarded(Path path, Supplier<T> read) {
    try {
      return read.get();
    } catch (UnsupportedHdfException e) {
      throw new UnsupportedTableException(
          "an HDF5 file with other features (%s: %s)".formatted(path, e.getMessage()),
          HeaderJson.SUPPORTED);
    } catch (HdfException
        | IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | IllegalStateException
        | NoSuchElementException
        | UnsupportedOperationException
        | NegativeArraySizeException
        | ArithmeticException e) {
      throw new MalformedTableException(path, "its HDF5 structures are damaged", e);
    }
  }
}
