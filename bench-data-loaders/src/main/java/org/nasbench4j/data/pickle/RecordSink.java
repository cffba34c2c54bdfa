package org.nasbench4j.data.pickle;

/** Where a pickle's records are, what they look like, and who takes them. */
interface RecordSink {

  /** Records under ints, in a dict under a key of the outermost one. */
  static RecordSink of(PickleRecords records) {
    return new IndexedSink(records);
  }

  /** Records under strings, in the outermost dict. */
  static RecordSink of(NamedRecords records) {
    return new NamedSink(records);
  }

  /** Whether the dict that was just pushed holds the records. */
  boolean isDict(PickleStack stack);

  /**
   * Whether the value, right behind another, is the next record's key: nothing that is built on top
   * of a record may look like it.
   */
  boolean isNext(Object record, Object value);

  /** Hands a record out. */
  void take(Object key, Object record, PickleSite site, PickleSite here);

  /** See {@link PickleRecords}. */
  record IndexedSink(PickleRecords records) implements RecordSink {

    // {, MARK, key, value, …, key.
    @Override
    public boolean isDict(PickleStack stack) {
      int size = stack.size();
      return size >= 3
          && size % 2 == 1
          && stack.marks() <= 1
          && (stack.marks() == 1 || size == 3)
          && stack.get(size - 2).equals(records.key())
          && stack.get(0) instanceof PickleDict;
    }

    // On top of a record only dicts with string keys, tuples of at least two and lists of dicts or
    // strings are built.
    @Override
    public boolean isNext(Object record, Object value) {
      return value instanceof Long && record instanceof PickleDict;
    }

    @Override
    public void take(Object key, Object record, PickleSite site, PickleSite here) {
      if (!(key instanceof Long index) || !(record instanceof PickleDict dict)) {
        throw here.malformed(
            "the records must be dicts under ints, not %s under %s"
                .formatted(PickleValues.describe(record), PickleValues.describe(key)));
      }
      records.take(index, dict, site);
    }
  }

  /** See {@link NamedRecords}. */
  record NamedSink(NamedRecords records) implements RecordSink {

    @Override
    public boolean isDict(PickleStack stack) {
      return stack.size() == 1 && stack.marks() == 0;
    }

    @Override
    public boolean isNext(Object record, Object value) {
      return (record instanceof PickleTuple || record instanceof PickleDict)
          && value instanceof String text
          && records.isName(text);
    }

    @Override
    public void take(Object key, Object record, PickleSite site, PickleSite here) {
      if (!(key instanceof String name)
          || !(record instanceof PickleTuple || record instanceof PickleDict)) {
        throw here.malformed(
            "the records must be dicts or tuples under strings, not %s under %s"
                .formatted(PickleValues.describe(record), PickleValues.describe(key)));
      }
      records.take(name, record, site);
    }
  }
}
