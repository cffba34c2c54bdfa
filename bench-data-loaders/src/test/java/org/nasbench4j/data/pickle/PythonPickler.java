package org.nasbench4j.data.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;

/**
 * Pickles values as CPython does: batches of 1,000 items, SETITEM and APPEND for a single one, each
 * string and collection into the memo, frames of 64 KiB in protocol 4. Strings with an {@code @}
 * are new objects each time, as in the published files; others are shared.
 */
public final class PythonPickler {
  private static final int BATCH = 1000;
  private static final int FRAME = 1 << 16;

  private final int protocol;
  private final OutputStream out;
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private final Map<Object, Integer> memo = new HashMap<>();
  private int memoized;

  /** A value that is written as a numpy float64. */
  public record Scalar(double value) {}

  /** A numpy array of bytes or doubles, with the code of its type. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  public record Array(List<Object> shape, String type, byte[] bytes) {}

  /** A dict that is written as an OrderedDict. */
  public record Ordered(Map<?, ?> items) {}

  /** A large dict whose values are made one after the other. */
  public interface Items {
    Iterator<? extends Map.Entry<?, ?>> iterator();
  }

  public PythonPickler(int protocol, OutputStream out) throws IOException {
    this.protocol = protocol;
    this.out = out;
    out.write(new byte[] {(byte) 0x80, (byte) protocol});
  }

  /** A whole pickle. */
  public static void pickle(int protocol, Object value, OutputStream out) throws IOException {
    PythonPickler pickler = new PythonPickler(protocol, out);
    pickler.value(value);
    pickler.ascii(".");
    pickler.flush();
  }

  private void flush() throws IOException {
    if (protocol >= 4 && frame.size() > 0) {
      out.write(0x95);
      out.write(littleEndian(frame.size(), Long.BYTES));
    }
    frame.writeTo(out);
    frame.reset();
  }

  private void value(Object value) throws IOException {
    if (frame.size() >= FRAME) {
      flush();
    }
    if (value instanceof Map<?, ?> map) {
      ascii("}").memoize().items(map.entrySet().iterator());
    } else if (value instanceof Items items) {
      ascii("}").memoize().items(items.iterator());
    } else if (value instanceof Ordered ordered) {
      global("collections", "OrderedDict").ascii(")R").memoize();
      items(ordered.items.entrySet().iterator());
    } else if (value instanceof List<?> list) {
      ascii("]").memoize().appends(list);
    } else if (value instanceof Tuple tuple) {
      tuple(tuple);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Array array) {
      array(array);
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) throws IOException {
    if (value instanceof Double real) {
      ascii("G");
      frame.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(real).array());
    } else if (value instanceof Number number) {
      integer(number.intValue());
    } else if (value instanceof Scalar scalar) {
      numpy(scalar.value);
    } else {
      ascii(value instanceof PickleNone ? "N" : "").code(value);
    }
  }

  private void code(Object value) {
    if (value instanceof Boolean flag) {
      frame.write(flag ? 0x88 : 0x89);
    }
  }

  private void items(Iterator<? extends Map.Entry<?, ?>> items) throws IOException {
    while (items.hasNext()) {
      Map.Entry<?, ?> first = items.next();
      boolean several = items.hasNext();
      ascii(several ? "(" : "");
      value(first.getKey());
      value(first.getValue());
      for (int i = 1; i < BATCH && items.hasNext(); i++) {
        Map.Entry<?, ?> next = items.next();
        value(next.getKey());
        value(next.getValue());
      }
      ascii(several ? "u" : "s");
    }
  }

  private void appends(List<?> list) throws IOException {
    for (int start = 0; start < list.size(); start += BATCH) {
      List<?> batch = list.subList(start, Math.min(list.size(), start + BATCH));
      ascii(batch.size() > 1 ? "(" : "");
      for (Object item : batch) {
        value(item);
      }
      ascii(batch.size() > 1 ? "e" : "a");
    }
  }

  private void tuple(Tuple tuple) throws IOException {
    if (tuple.items().size() > 3) {
      ascii("(");
    }
    for (Object item : tuple.items()) {
      value(item);
    }
    frame.write(tuple.items().size() > 3 ? 't' : 0x84 + tuple.items().size());
    memoize();
  }

  private void text(String text) {
    if (isKnown(text)) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (protocol >= 4 && bytes.length < 256) {
      frame.write(0x8c);
      frame.write(bytes.length);
    } else {
      ascii("X");
      frame.writeBytes(littleEndian(bytes.length, Integer.BYTES));
    }
    frame.writeBytes(bytes);
    if (text.indexOf('@') < 0) {
      memo.put(text, memoized);
    }
    memoize();
  }

  private boolean isKnown(Object key) {
    Integer index = memo.get(key);
    if (index == null) {
      return false;
    }
    ascii(index < 256 ? "h" : "j");
    frame.writeBytes(littleEndian(index, index < 256 ? 1 : Integer.BYTES));
    return true;
  }

  private void integer(int value) {
    if (value >>> 8 == 0) {
      ascii("K").frame.write(value);
    } else if (value >>> 16 == 0) {
      ascii("M").frame.writeBytes(littleEndian(value, 2));
    } else {
      ascii("J").frame.writeBytes(littleEndian(value, Integer.BYTES));
    }
  }

  private PythonPickler global(String module, String name) {
    String key = "global@" + module + "@" + name;
    if (isKnown(key)) {
      return this;
    }
    if (protocol >= 4) {
      text(module);
      text(name);
      frame.write(0x93);
    } else {
      ascii("c" + module + "\n" + name + "\n");
    }
    memo.put(key, memoized);
    return memoize();
  }

  private void numpy(double value) throws IOException {
    global("numpy.core.multiarray", "scalar");
    dtype("f8", "<");
    bytes(littleEndian(Double.doubleToRawLongBits(value), Double.BYTES));
    frame.write(0x86);
    memoize().ascii("R").memoize();
  }

  private void dtype(String code, String order) throws IOException {
    if (!isKnown("dtype@" + code)) {
      global("numpy", "dtype");
      value(Tuple.of(code, 0, 1));
      ascii("R");
      memo.put("dtype@" + code, memoized);
      memoize();
      value(Tuple.of(3, order, PickleNone.NONE, PickleNone.NONE, PickleNone.NONE, -1, -1, 0));
      ascii("b");
    }
  }

  // Python has one object for b'b', which the pickle refers back to.
  private void array(Array array) throws IOException {
    global("numpy.core.multiarray", "_reconstruct").global("numpy", "ndarray");
    value(Tuple.of(0));
    if (!isKnown("bytes@b")) {
      bytes(new byte[] {'b'});
      memo.put("bytes@b", memoized - 1);
    }
    frame.write(0x87);
    memoize().ascii("R").memoize().ascii("(");
    value(1);
    value(new Tuple(array.shape));
    dtype(array.type, array.type.endsWith("1") ? "|" : "<");
    value(false);
    bytes(array.bytes);
    ascii("t").memoize().ascii("b");
  }

  private void bytes(byte[] bytes) throws IOException {
    if (protocol >= 4) {
      ascii("C").frame.write(bytes.length);
      frame.writeBytes(bytes);
    } else {
      global("_codecs", "encode");
      text(new String(bytes, StandardCharsets.ISO_8859_1));
      text("latin1");
      frame.write(0x86);
      memoize().ascii("R");
    }
    memoize();
  }

  private PythonPickler memoize() {
    if (protocol >= 4) {
      frame.write(0x94);
    } else {
      ascii(memoized < 256 ? "q" : "r");
      frame.writeBytes(littleEndian(memoized, memoized < 256 ? 1 : Integer.BYTES));
    }
    memoized++;
    return this;
  }

  private PythonPickler ascii(String text) {
    frame.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private static byte[] littleEndian(long value, int length) {
    byte[] all =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return Arrays.copyOf(all, length);
  }
}
