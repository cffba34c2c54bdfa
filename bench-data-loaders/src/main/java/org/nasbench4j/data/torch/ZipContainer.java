package org.nasbench4j.data.torch;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/**
 * What torch writes since 1.6: a zip archive of uncompressed entries, {@code NAME/data.pkl} and one
 * {@code NAME/data/KEY} for each storage. Nothing is ever unpacked to disk.
 */
final class ZipContainer {
  private static final String OBJECT = "data.pkl";

  private final Path path;
  private final long fileBytes;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private ZipContainer(Path path, long fileBytes, ZipFile zip) {
    this.path = path;
    this.fileBytes = fileBytes;
    this.zip = zip;
    for (ZipEntry entry : listed()) {
      requirePlain(entry);
      if (entries.put(entry.getName(), entry) != null) {
        throw malformed("two entries are named '%s'".formatted(entry.getName()));
      }
    }
  }

  private List<? extends ZipEntry> listed() {
    try {
      return Collections.list(zip.entries());
    } catch (IllegalArgumentException e) {
      throw malformed("the name of an entry is not UTF-8");
    }
  }

  // The object of a file, with all storages loaded.
  static Object read(Path path, long fileBytes) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return new ZipContainer(path, fileBytes, zip).object();
    } catch (ZipException | EOFException e) {
      throw broken(path, e);
    }
  }

  // The object of a file without tensors, its records handed out.
  static Object read(Path path, TorchObjects.Request request) throws IOException {
    long length = Files.size(path);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return new ZipContainer(path, length, zip).object(request);
    } catch (ZipException | EOFException e) {
      throw broken(path, e);
    }
  }

  // The first bytes of the object of a file.
  static byte[] beginning(Path path, int length) throws IOException {
    long fileBytes = Files.size(path);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipContainer container = new ZipContainer(path, fileBytes, zip);
      try (InputStream in = zip.getInputStream(container.entry(container.folder() + OBJECT))) {
        return in.readNBytes(length);
      }
    } catch (ZipException | EOFException e) {
      throw broken(path, e);
    }
  }

  private static MalformedTableException broken(Path path, IOException e) {
    return new MalformedTableException(
        path, "the zip archive is broken (%s)".formatted(e.getMessage()), e);
  }

  private Object object(TorchObjects.Request request) throws IOException {
    String folder = folder();
    requireLittleEndian(folder);
    ZipEntry entry = entry(folder + OBJECT);
    CRC32 checksum = new CRC32();
    try (InputStream in =
        new CheckedInputStream(request.watch(zip.getInputStream(entry), entry), checksum)) {
      PickleSequence pickles = TorchObjects.READER.open(Path.of(path + "!" + OBJECT), in);
      Object object = pickles.next(request.records());
      pickles.requireEnd();
      requireChecksum(entry, checksum);
      return object;
    }
  }

  private void requirePlain(ZipEntry entry) {
    String name = entry.getName();
    if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
      throw malformed("the entry '%s' leads out of the archive".formatted(name));
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new UnsupportedTableException(
          "the compressed entry '%s' of %s".formatted(name, path),
          "zip archives as torch writes them, uncompressed");
    }
    if (entry.getSize() < 0 || entry.getSize() > fileBytes) {
      throw malformed("the entry '%s' is larger than the file".formatted(name));
    }
  }

  private Object object() throws IOException {
    String folder = folder();
    requireLittleEndian(folder);
    Storages storages = new Storages(fileBytes);
    PickleReader reader =
        new PickleReader(PickleLimits.DEFAULTS, TensorGlobals.allowed(), storages);
    byte[] pickle = bytes(entry(folder + OBJECT));
    Object object = reader.read(Path.of(path + "!" + OBJECT), new ByteArrayInputStream(pickle));
    requireFits(storages);
    for (Storage storage : storages.all()) {
      load(storage, entry(folder + "data/" + storage.key()));
    }
    return object;
  }

  // Entries of a zip archive may share bytes: each fits into the file, and all need not.
  private void requireFits(Storages storages) {
    long bytes = 0;
    for (Storage storage : storages.all()) {
      bytes += storage.count() * storage.type().bytes();
    }
    if (bytes > fileBytes) {
      throw malformed(
          "its storages have %d bytes together, the file has %d".formatted(bytes, fileBytes));
    }
  }

  private String folder() {
    List<String> objects =
        entries.keySet().stream().filter(name -> name.matches("[^/]+/data\\.pkl")).toList();
    if (objects.size() != 1) {
      throw malformed(
          "%d entries are named NAME/data.pkl instead of one".formatted(objects.size()));
    }
    return objects.get(0).substring(0, objects.get(0).length() - OBJECT.length());
  }

  // Written since torch 2.0; older files are those of their machine, which was little-endian.
  private void requireLittleEndian(String folder) throws IOException {
    ZipEntry order = entries.get(folder + "byteorder");
    if (order == null) {
      return;
    }
    String found = new String(bytes(order), StandardCharsets.US_ASCII);
    if (!found.equals("little")) {
      throw new UnsupportedTableException(
          "the byte order of %s".formatted(path), "little-endian files");
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw malformed("the entry '%s' is missing".formatted(name));
    }
    return entry;
  }

  private void load(Storage storage, ZipEntry entry) throws IOException {
    long length = storage.count() * storage.type().bytes();
    if (entry.getSize() != length) {
      throw malformed(
          "the entry '%s' has %d bytes, its storage needs %d"
              .formatted(entry.getName(), entry.getSize(), length));
    }
    storage.load(ByteBuffer.wrap(bytes(entry)));
  }

  private byte[] bytes(ZipEntry entry) throws IOException {
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes((int) entry.getSize());
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    requireChecksum(entry, checksum);
    return bytes;
  }

  private void requireChecksum(ZipEntry entry, CRC32 checksum) {
    if (checksum.getValue() != entry.getCrc()) {
      throw malformed("the entry '%s' does not match its checksum".formatted(entry.getName()));
    }
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, reason);
  }
}
