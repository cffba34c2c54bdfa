package org.nasbench4j.data.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.table.UnsupportedTableException;

/** Executes the opcodes of one pickle. Nesting lives on its own stack, never on Java's. */
final class PickleMachine {
  private static final int OLDEST_PROTOCOL = 2;
  private static final int NEWEST_PROTOCOL = 5;

  private final PickleInput input;
  private final PickleLimits limits;
  private final AllowedGlobals globals;
  private final PersistentIds persistentIds;
  private final PickleStack stack;
  private final PickleMemo memo;
  private final RecordStream records;

  PickleMachine(PickleInput input, PickleReader reader, @Nullable RecordSink records) {
    this.input = input;
    this.limits = reader.limits();
    this.globals = reader.globals();
    this.persistentIds = reader.persistentIds();
    this.stack = new PickleStack(input, limits);
    this.memo = new PickleMemo(input, limits, reader.shared());
    this.records = new RecordStream(stack, input, records);
  }

  Object run() throws IOException {
    requireProtocol();
    for (Opcode opcode = next(); opcode != Opcode.STOP; opcode = next()) {
      opcode.run(this);
    }
    return stack.last();
  }

  private void requireProtocol() throws IOException {
    if (input.opcode() != 0x80) {
      throw input.site().malformed("a pickle of protocol 2 or later starts with the byte 0x80");
    }
    int protocol = input.u1();
    if (protocol < OLDEST_PROTOCOL || protocol > NEWEST_PROTOCOL) {
      throw input
          .site()
          .unsupported(
              "pickle protocol %d".formatted(protocol),
              "protocols %d to %d".formatted(OLDEST_PROTOCOL, NEWEST_PROTOCOL));
    }
  }

  private Opcode next() throws IOException {
    int code = input.opcode();
    return Opcode.of(code, input);
  }

  PickleInput input() {
    return input;
  }

  PickleStack stack() {
    return stack;
  }

  PickleMemo memo() {
    return memo;
  }

  void push(Object value) {
    records.beforePush(value);
    stack.push(value);
    if (value instanceof PickleDict dict) {
      records.afterPush(dict);
    }
  }

  void mark() {
    stack.mark();
    records.afterMark();
  }

  List<Object> popToMark() {
    List<Object> popped = stack.popToMark();
    records.afterPopToMark();
    return popped;
  }

  void pushText(long length) throws IOException {
    push(input.utf8(length));
  }

  void pushBytes(long length) throws IOException {
    push(input.bytes(length));
  }

  // A little-endian two's complement integer; no bytes are zero.
  void pushInteger(long length) throws IOException {
    byte[] bytes = input.bytes(length);
    BigInteger value = BigInteger.ZERO;
    if (bytes.length > 0) {
      value = new BigInteger(reversed(bytes));
    }
    push(value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  void tuple(int size) {
    List<Object> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(stack.pop());
    }
    Collections.reverse(items);
    pushTuple(items);
  }

  void tupleToMark() {
    pushTuple(popToMark());
  }

  private void pushTuple(List<Object> items) {
    PickleTuple tuple = new PickleTuple(items);
    requireLimits(tuple);
    push(tuple);
  }

  void append() {
    Object item = stack.pop();
    appendTo(List.of(item));
  }

  void appendAll() {
    appendTo(popToMark());
  }

  private void appendTo(List<Object> items) {
    PickleList list = target(PickleList.class, "list");
    items.forEach(list::add);
    requireLimits(list);
  }

  void addItems() {
    List<Object> items = popToMark();
    addTo(target(PickleSet.class, "set"), items);
  }

  void frozenSet() {
    List<Object> items = popToMark();
    PickleSet set = new PickleSet();
    addTo(set, items);
    push(set);
  }

  private void addTo(PickleSet set, List<Object> items) {
    for (Object item : items) {
      PickleKeys.require(item, input.site());
      set.add(item);
    }
    requireLimits(set);
  }

  void setItem() {
    Object value = stack.pop();
    Object key = stack.pop();
    setItemsOf(List.of(key, value));
  }

  void setItems() {
    setItemsOf(popToMark());
  }

  private void setItemsOf(List<Object> keysAndValues) {
    PickleDict dict = target(PickleDict.class, "dict");
    if (keysAndValues.size() % 2 != 0) {
      throw input.site().malformed("a key of a dict has no value");
    }
    if (records.takes(dict)) {
      records.handOut(keysAndValues);
      return;
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      PickleKeys.require(keysAndValues.get(i), input.site());
      dict.put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
    requireLimits(dict);
  }

  private <T> T target(Class<T> type, String name) {
    Object target = stack.peek();
    if (!type.isInstance(target)) {
      throw input
          .site()
          .malformed("a %s is needed, not %s".formatted(name, PickleValues.describe(target)));
    }
    return type.cast(target);
  }

  private void requireLimits(PickleContainer container) {
    input.requireAtMost("a collection", container.size(), limits.items());
    input.requireAtMost("a nesting", container.depth(), limits.depth());
  }

  void global(String module, String name) {
    push(globals.find(module, name, input.site()));
  }

  void stackGlobal() {
    Object name = stack.pop();
    Object module = stack.pop();
    if (!(name instanceof String nameText) || !(module instanceof String moduleText)) {
      throw input.site().malformed("a global needs two strings");
    }
    global(moduleText, nameText);
  }

  // Calls an allowed global; a class is called as its constructor.
  void reduce() {
    Object arguments = stack.pop();
    Object callable = stack.pop();
    if (!(callable instanceof PickleGlobal global) || !(arguments instanceof PickleTuple tuple)) {
      throw input
          .site()
          .malformed(
              "%s cannot be called with %s"
                  .formatted(PickleValues.describe(callable), PickleValues.describe(arguments)));
    }
    push(global.constructor().construct(tuple, input.site()));
  }

  void build() {
    Object state = stack.pop();
    Object target = stack.peek();
    if (!(target instanceof PickleState stateful)) {
      throw input.site().malformed("%s has no state".formatted(PickleValues.describe(target)));
    }
    stateful.build(state, input.site());
  }

  void persistentId() {
    push(persistentIds.load(stack.pop(), input.site()));
  }

  UnsupportedTableException refused(int code) {
    return input
        .site()
        .unsupported(
            "the pickle opcode %s".formatted(Opcode.of(code, input)),
            "the opcodes that NAS benchmark files use");
  }
}
