package org.nasbench4j.data.torch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.MalformedTableException;

/**
 * What torch wrote before 1.6: five pickles (magic number, version, byte order, the object, the
 * storages' keys), then each storage as a 64-bit count and its elements.
 */
final class LegacyContainer {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Long VERSION = 1001L;

  private final Path path;
  private final byte[] bytes;
  private final ByteArrayInputStream in;
  private final Storages storages;
  private final PickleReader reader;

  private LegacyContainer(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    in = new ByteArrayInputStream(bytes);
    storages = new Storages(bytes.length);
    reader = new PickleReader(PickleLimits.DEFAULTS, TensorGlobals.allowed(), storages);
  }

  // The object of a file, with all storages loaded.
  static Object read(Path path, byte[] bytes) throws IOException {
    return new LegacyContainer(path, bytes).object();
  }

  private Object object() throws IOException {
    requireHeader();
    Object object = next();
    Object keys = next();
    if (!(keys instanceof PickleList list)) {
      throw malformed("the storages' keys must be a list, not " + PickleValues.describe(keys));
    }
    Set<Object> loaded = new HashSet<>();
    for (Object key : list.items()) {
      load(key, loaded);
    }
    for (Storage storage : storages.all()) {
      if (!loaded.contains(storage.key())) {
        throw malformed("the storage '%s' is not in the file".formatted(storage.key()));
      }
    }
    if (in.available() > 0) {
      throw malformed("there are bytes behind the last storage");
    }
    return object;
  }

  private void requireHeader() throws IOException {
    Object magic = next();
    if (!MAGIC.equals(magic)) {
      throw malformed(
          "a torch file starts with torch's magic number, not " + PickleValues.describe(magic));
    }
    Object version = next();
    if (!VERSION.equals(version)) {
      throw site().unsupported("torch file " + PickleValues.describe(version), "version 1001");
    }
    Object system = next();
    if (!(system instanceof PickleDict dict)) {
      throw malformed("the system must be a dict, not " + PickleValues.describe(system));
    }
    if (!dict.get("little_endian").orElse(false).equals(true)) {
      throw site().unsupported("a torch file of another byte order", "little-endian files");
    }
  }

  private Object next() throws IOException {
    return reader.readNext(site(), in);
  }

  private PickleSite site() {
    return new PickleSite(path, offset());
  }

  private int offset() {
    return bytes.length - in.available();
  }

  private void load(Object key, Set<Object> loaded) {
    Storage storage = key instanceof String text ? storages.find(text) : null;
    if (storage == null || !loaded.add(key)) {
      throw malformed("%s is not the key of another storage".formatted(PickleValues.describe(key)));
    }
    ByteBuffer count = take(Long.BYTES, storage);
    long found = count.order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (found != storage.count()) {
      throw malformed(
          "the storage '%s' has %d elements, announced were %d"
              .formatted(storage.key(), found, storage.count()));
    }
    storage.load(take(found * storage.type().bytes(), storage));
  }

  private ByteBuffer take(long length, Storage storage) {
    int start = offset();
    if (length > in.available()) {
      throw malformed(
          "the storage '%s' needs %d bytes more, only %d follow"
              .formatted(storage.key(), length, in.available()));
    }
    in.skip(length);
    return ByteBuffer.wrap(bytes, start, (int) length);
  }

  private MalformedTableException malformed(String reason) {
    return site().malformed(reason);
  }
}
