package org.nasbench4j.data.compact;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.table.MalformedTableException;

/**
 * Writes a file beside its target, reads it back, syncs it and moves it into place in one step: at
 * every moment the target is what it was or what it shall be.
 */
final class FileWriter {

  static final String HEADER = "/header";
  static final String HEADER_CRC = "/header_crc32c";

  private final Path target;

  FileWriter(Path target) {
    this.target = target;
  }

  void write(Layout layout) throws IOException {
    AtomicFile.create(
        target,
        temporary -> {
          put(layout, temporary);
          fill(layout, temporary);
          readBack(layout.header(), temporary);
        });
  }

  private void put(Layout layout, Path temporary) throws IOException {
    byte[] header = HeaderJson.write(layout.header());
    try (WritableHdfFile file = HdfFile.write(temporary)) {
      file.putDataset(HEADER.substring(1), header);
      file.putDataset(
          HEADER_CRC.substring(1), new int[] {CompactTables.crc(ByteBuffer.wrap(header))});
      Map<String, WritableGroup> groups = new HashMap<>();
      for (NewArray array : layout.arrays()) {
        String[] steps = array.path().substring(1).split("/", -1);
        WritableGroup group =
            steps.length == 1 ? file : groups.computeIfAbsent(steps[0], file::putGroup);
        group.putDataset(steps[steps.length - 1], array.zeros());
      }
    } catch (HdfException e) {
      throw new IOException("Cannot write %s: %s".formatted(target, root(e).getMessage()), e);
    }
  }

  // The library keeps every array until it closes the file, so it is given zeros, and the numbers
  // are written over them, row by row.
  private void fill(Layout layout, Path temporary) throws IOException {
    Hdf5File file = Hdf5File.open(temporary);
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      for (NewArray array : layout.arrays()) {
        Position position = new Position(channel, file.extent(array.path()).address());
        array.forEachPiece(position::write);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (MalformedTableException e) {
      throw new IOException("Cannot write %s: it came back damaged.".formatted(target), e);
    }
  }

  /** Where the next bytes of an array go. */
  private static final class Position {
    private final FileChannel channel;
    private long offset;

    Position(FileChannel channel, long offset) {
      this.channel = channel;
      this.offset = offset;
    }

    void write(ByteBuffer bytes) {
      try {
        while (bytes.hasRemaining()) {
          offset += channel.write(bytes, offset);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  // The library wraps what the operating system said, such as a full disk.
  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  // The HDF5 library calls its writing young: nothing that it wrote is trusted unread.
  private void readBack(Header expected, Path temporary) throws IOException {
    try {
      Hdf5File file = Hdf5File.open(temporary);
      if (!CompactTables.header(file).equals(expected)) {
        throw new IOException("Cannot write %s: the header came back changed.".formatted(target));
      }
      VerifiedSlabs slabs = new VerifiedSlabs(file, expected.ranges());
      expected.slabs().forEach(slabs::all);
    } catch (MalformedTableException e) {
      throw new IOException("Cannot write %s: it came back damaged.".formatted(target), e);
    }
  }
}
