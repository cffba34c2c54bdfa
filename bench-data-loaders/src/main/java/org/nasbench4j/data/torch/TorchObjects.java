package org.nasbench4j.data.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleRecords;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * Reads files of any size that {@code torch.save} wrote and that hold no tensors, in either
 * container, as a stream.
 */
public final class TorchObjects {
  static final PickleReader READER =
      new PickleReader(PickleLimits.RECORDS, AllowedGlobals.standard(), PersistentIds.NONE);

  private TorchObjects() {}

  /** What is to be done with what a file holds. */
  record Request(PickleRecords records, ImportProgress progress) {
    InputStream watch(InputStream in, ZipEntry entry) {
      return watch(in, entry.getSize());
    }

    InputStream watch(InputStream in, long length) {
      return new WatchedStream(in, progress, length);
    }
  }

  /**
   * Reads the object of a file and hands out its records on the way.
   *
   * @param path the file
   * @param records is given each record as soon as it is complete
   * @param progress is told how far the reading is, in bytes
   * @return the object, with an empty dict in place of the records
   * @throws IOException if the file cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if its bytes break the rules
   * @throws UnsupportedTableException if it is no torch file, or has tensors or other globals than
   *     the standard ones
   */
  public static Object read(Path path, PickleRecords records, ImportProgress progress)
      throws IOException {
    FileKind kind = FileKind.of(path);
    Request request = new Request(records, progress);
    if (kind == FileKind.ZIP) {
      return ZipContainer.read(path, request);
    }
    if (kind == FileKind.PICKLE) {
      return legacy(path, request);
    }
    throw new UnsupportedTableException(
        "%s (%s)".formatted(kind, path), "files that torch.save wrote");
  }

  /**
   * The first bytes of a file's object, to tell what it is; in a legacy file, of the pickles before
   * it, too.
   *
   * @param path a file of any kind
   * @param length how many bytes
   * @return so many bytes or all, none if it is no torch file
   * @throws IOException if the file cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if it is a zip archive but not torch's
   * @throws UnsupportedTableException if it is a zip archive that torch would not write
   */
  public static byte[] beginning(Path path, int length) throws IOException {
    FileKind kind = FileKind.of(path);
    if (kind == FileKind.ZIP) {
      return ZipContainer.beginning(path, length);
    }
    if (kind != FileKind.PICKLE) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(length);
    }
  }

  private static Object legacy(Path path, Request request) throws IOException {
    try (InputStream in = request.watch(Files.newInputStream(path), Files.size(path))) {
      PickleSequence pickles = READER.open(path, in);
      LegacyHeader.read(pickles);
      Object object = pickles.next(request.records());
      PickleSite site = pickles.site();
      Object keys = pickles.next();
      if (!(keys instanceof PickleList list)) {
        throw site.malformed(
            "the storages' keys must be a list, not " + PickleValues.describe(keys));
      }
      if (list.size() > 0) {
        throw site.unsupported("a torch file with %d storages".formatted(list.size()), "none");
      }
      pickles.requireEnd();
      return object;
    }
  }
}
