package org.nasbench4j.data.natsbench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.io.Sha256;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * One {@code .pickle.pbz2} file.
 *
 * @param name the file's name
 * @param sha256 of the compressed bytes
 * @param value the pickle's value
 */
record Bzip2Pickle(String name, String sha256, Object value) {
  // The largest file of a folder has 0.1 MB, and 1.4 MB when decompressed.
  private static final int LARGEST_FILE = 4 << 20;
  private static final int LARGEST_PICKLE = 16 << 20;

  // Decompresses first and parses then, so that the checksums of bzip2 protect the parser.
  static Bzip2Pickle read(Path path, PickleReader reader) throws IOException {
    if (Files.isDirectory(path)) {
      throw new UnsupportedTableException(
          "%s (%s)".formatted(FileKind.FOLDER, path), "records compressed by bzip2");
    }
    if (Files.size(path) > LARGEST_FILE) {
      throw new MalformedTableException(
          path, "the file exceeds the limit of %d bytes".formatted(LARGEST_FILE));
    }
    byte[] compressed = Files.readAllBytes(path);
    byte[] pickle = decompress(path, compressed);
    Object value = reader.read(path, new ByteArrayInputStream(pickle));
    return new Bzip2Pickle(path.getFileName().toString(), Sha256.hex(compressed), value);
  }

  private static byte[] decompress(Path path, byte[] compressed) {
    byte[] pickle;
    try (InputStream in =
        new BZip2CompressorInputStream(new ByteArrayInputStream(compressed), true)) {
      pickle = in.readNBytes(LARGEST_PICKLE + 1);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new MalformedTableException(
          path, "the bzip2 data are broken (%s)".formatted(e.getMessage()), e);
    }
    if (pickle.length > LARGEST_PICKLE) {
      throw new MalformedTableException(
          path, "the pickle exceeds the limit of %d bytes".formatted(LARGEST_PICKLE));
    }
    return pickle;
  }
}
