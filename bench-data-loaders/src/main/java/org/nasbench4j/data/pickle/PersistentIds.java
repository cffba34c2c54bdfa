package org.nasbench4j.data.pickle;

/** Resolves references to values outside the pickle (opcode BINPERSID), such as tensor storages. */
@FunctionalInterface
public interface PersistentIds {

  /** Refuses every reference. */
  PersistentIds NONE =
      (id, site) -> {
        throw site.unsupported("a reference to data outside the pickle", "pickles without tensors");
      };

  /**
   * Resolves a reference.
   *
   * @param id what the pickle names the value by
   * @param site where the reference stands, for errors
   * @return the value
   */
  Object load(Object id, PickleSite site);
}
