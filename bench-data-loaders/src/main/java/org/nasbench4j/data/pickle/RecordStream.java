package org.nasbench4j.data.pickle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dict whose records are handed out, and takes them off the stack.
 *
 * <p>Pickles fill a dict in batches of 1,000 items that wait on the stack: {@code dict MARK key
 * value key value … SETITEMS}. A record is complete as soon as the next key, an int, follows;
 * nothing within a record can be mistaken for it, since only dicts with string keys, tuples of at
 * least two and lists of dicts or strings are built right on top of a record.
 */
final class RecordStream {
  private static final int CLOSED = -1;

  private final PickleStack stack;
  private final PickleInput input;
  private final @Nullable PickleRecords records;
  private @Nullable PickleDict dict;

  /** The size of the stack below the batch's first key, and the number of marks in the batch. */
  private int base = CLOSED;

  private int marks;
  private long recordStart;

  RecordStream(PickleStack stack, PickleInput input, @Nullable PickleRecords records) {
    this.stack = stack;
    this.input = input;
    this.records = records;
  }

  // To be called before a value is pushed.
  void beforePush(Object value) {
    if (base != CLOSED
        && stack.size() == base + 2
        && stack.marks() == marks
        && value instanceof Long
        && stack.peek() instanceof PickleDict) {
      Object record = stack.pop();
      handOut(stack.pop(), record);
    }
  }

  // To be called after a dict was pushed.
  void afterPush(PickleDict pushed) {
    if (records != null && isUnderKey(records.key())) {
      dict = pushed;
      recordStart = input.offset();
    }
  }

  // Whether the value on top belongs to a key of the outermost dict: {, MARK, key, value, …, key.
  private boolean isUnderKey(String key) {
    int size = stack.size();
    return size >= 3
        && size % 2 == 1
        && stack.marks() <= 1
        && (stack.marks() == 1 || size == 3)
        && stack.get(size - 2).equals(key)
        && stack.get(0) instanceof PickleDict;
  }

  // To be called after a mark was set.
  void afterMark() {
    if (dict != null && base == CLOSED && stack.size() > 0 && isOnTop()) {
      base = stack.size();
      marks = stack.marks();
      recordStart = input.offset();
    }
  }

  private boolean isOnTop() {
    return stack.get(stack.size() - 1) == dict;
  }

  // To be called after a mark and everything above it were removed.
  void afterPopToMark() {
    if (base != CLOSED && stack.marks() < marks) {
      base = CLOSED;
    }
  }

  // Whether items of a dict are records.
  boolean takes(PickleDict target) {
    return target == dict;
  }

  void handOut(List<Object> keysAndValues) {
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      handOut(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
  }

  private void handOut(Object key, Object value) {
    if (records == null || !(key instanceof Long index) || !(value instanceof PickleDict record)) {
      throw input
          .site()
          .malformed(
              "the records must be dicts under ints, not %s under %s"
                  .formatted(PickleValues.describe(value), PickleValues.describe(key)));
    }
    records.take(index, record, input.site(recordStart));
    long next = input.site().offset();
    input.forgive(next - recordStart);
    recordStart = next;
  }
}
