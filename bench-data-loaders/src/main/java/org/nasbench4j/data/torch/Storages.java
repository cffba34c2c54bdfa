package org.nasbench4j.data.torch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.pickle.PersistentIds;
import org.nasbench4j.data.pickle.PickleGlobal;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;

/**
 * The storages that a pickle refers to, one for each key, however many tensors share it. A
 * reference is {@code ('storage', type, key, location, count)}, in legacy files with a view at the
 * end; where the storage lay ({@code cpu}, {@code cuda:0}) is ignored.
 */
final class Storages implements PersistentIds {
  private static final int FIELDS = 5;

  private final long fileBytes;
  private final Map<String, Storage> byKey = new LinkedHashMap<>();

  // No storage may be larger than its file.
  Storages(long fileBytes) {
    this.fileBytes = fileBytes;
  }

  @Override
  public Object load(Object id, PickleSite site) {
    if (!(id instanceof PickleTuple tuple)
        || tuple.size() < FIELDS
        || tuple.size() > FIELDS + 1
        || !tuple.get(0).equals("storage")) {
      throw site.unsupported("a reference that is not to a storage", "checkpoints of tensors");
    }
    if (!(tuple.get(1) instanceof PickleGlobal global)
        || !(global.constructor() instanceof StorageType type)
        || !(tuple.get(2) instanceof String key)
        || !(tuple.get(4) instanceof Long count)) {
      throw site.malformed("a reference to a storage needs type, key, location and count");
    }
    if (tuple.size() > FIELDS && tuple.get(FIELDS) != PickleNone.NONE) {
      throw site.unsupported("a view of a storage", "whole storages");
    }
    return storage(key, type, count, site);
  }

  private Storage storage(String key, StorageType type, long count, PickleSite site) {
    if (count < 0 || count > fileBytes / type.bytes()) {
      throw site.malformed(
          "the storage '%s' of %d elements does not fit into the file".formatted(key, count));
    }
    Storage storage = byKey.computeIfAbsent(key, fresh -> new Storage(key, type, count));
    if (storage.type() != type || storage.count() != count) {
      throw site.malformed("the storage '%s' is announced in two ways".formatted(key));
    }
    return storage;
  }

  @Nullable Storage find(String key) {
    return byKey.get(key);
  }

  Collection<Storage> all() {
    return byKey.values();
  }
}
