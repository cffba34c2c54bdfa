package org.nasbench4j.data.compact;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** HDF5 files that the writer of tables would not write. */
final class Hdf5Samples {

  private Hdf5Samples() {}

  static void writeForeign(Path file) throws IOException {
    Files.deleteIfExists(file);
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("weights", new double[] {1, 2, 3});
    }
  }

  /** A header with a right checksum. */
  static void writeHeader(Path file, String json) throws IOException {
    Files.deleteIfExists(file);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("header", bytes);
      hdf.putDataset("header_crc32c", new int[] {CompactTables.crc(ByteBuffer.wrap(bytes))});
    }
  }
}
