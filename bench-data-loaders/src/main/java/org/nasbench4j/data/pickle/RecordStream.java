package org.nasbench4j.data.pickle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dict whose records are handed out, and takes them off the stack.
 *
 * <p>Pickles fill a dict in batches of 1,000 items that wait on the stack: {@code dict MARK key
 * value key value … SETITEMS}. A record is complete as soon as the next key follows; a {@link
 * RecordSink} tells it from what belongs to the record.
 */
final class RecordStream {
  private static final int CLOSED = -1;

  private final PickleStack stack;
  private final PickleInput input;
  private final @Nullable RecordSink records;
  private @Nullable PickleDict dict;

  /** The size of the stack below the batch's first key, and the number of marks in the batch. */
  private int base = CLOSED;

  private int marks;
  private long recordStart;

  RecordStream(PickleStack stack, PickleInput input, @Nullable RecordSink records) {
    this.stack = stack;
    this.input = input;
    this.records = records;
  }

  // To be called before a value is pushed.
  void beforePush(Object value) {
    if (base != CLOSED
        && records != null
        && stack.size() == base + 2
        && stack.marks() == marks
        && records.isNext(stack.peek(), value)) {
      Object record = stack.pop();
      handOut(stack.pop(), record);
    }
  }

  // To be called after a dict was pushed.
  void afterPush(PickleDict pushed) {
    if (records != null && records.isDict(stack)) {
      dict = pushed;
      recordStart = input.offset();
    }
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
    if (records != null) {
      records.take(key, value, input.site(recordStart), input.site());
    }
    long next = input.opcodeOffset();
    input.forgive(next - recordStart);
    recordStart = next;
  }
}
