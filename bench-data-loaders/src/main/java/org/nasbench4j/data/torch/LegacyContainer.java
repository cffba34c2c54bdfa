package org.nasbench4j.data.torch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.nasbench4j.data.pickle.PickleLimits;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleReader;
import org.nasbench4j.data.pickle.PickleSequence;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * What torch wrote before 1.6: five pickles (magic number, version, byte order, the object, the
 * storages' keys), then each storage as a 64-bit count and its elements.
 */
final class LegacyContainer {
  private final Path path;
  private final byte[] bytes;
  private final Storages storages;
  private final PickleSequence pickles;

  /** Where the next storage starts, once all pickles were read. */
  private int position;

  private LegacyContainer(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    storages = new Storages(bytes.length);
    pickles =
        new PickleReader(PickleLimits.DEFAULTS, TensorGlobals.allowed(), storages)
            .open(path, new ByteArrayInputStream(bytes));
  }

  // The object of a file, with all storages loaded.
  static Object read(Path path, byte[] bytes) throws IOException {
    return new LegacyContainer(path, bytes).object();
  }

  private Object object() throws IOException {
    LegacyHeader.read(pickles);
    Object object = pickles.next();
    Object keys = pickles.next();
    position = (int) pickles.position();
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
    if (position < bytes.length) {
      throw malformed("there are bytes behind the last storage");
    }
    return object;
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
    int left = bytes.length - position;
    if (length > left) {
      throw malformed(
          "the storage '%s' needs %d bytes more, only %d follow"
              .formatted(storage.key(), length, left));
    }
    ByteBuffer taken = ByteBuffer.wrap(bytes, position, (int) length);
    position += (int) length;
    return taken;
  }

  private MalformedTableException malformed(String reason) {
    return new MalformedTableException(path, new AtByte(position), reason);
  }
}
