package org.nasbench4j.data.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes pickles of protocol 4 for tests, valid ones and broken ones. */
public final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> memo = new HashMap<>();
  private int memoized;

  /** A Python tuple. */
  public record Tuple(List<Object> items) {
    public static Tuple of(Object... items) {
      return new Tuple(List.of(items));
    }
  }

  /** A whole pickle of nested maps, lists, tuples, strings, ints, longs and doubles. */
  public static byte[] pickle(Object value) {
    return start().value(value).stop();
  }

  public static PickleWriter start() {
    return new PickleWriter().code(0x80, 4);
  }

  public PickleWriter code(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
    return this;
  }

  /** Opcodes and text as ASCII. */
  public PickleWriter ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  public PickleWriter repeat(String ascii, int times) {
    return ascii(ascii.repeat(times));
  }

  public PickleWriter value(Object value) {
    if (value instanceof Map<?, ?> map) {
      return dict(map);
    }
    if (value instanceof List<?> list) {
      return items("](", list, "e");
    }
    if (value instanceof Tuple tuple) {
      return items("(", tuple.items, "t");
    }
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Double real) {
      return real(real);
    }
    if (value instanceof Number number) {
      return integer(number.longValue());
    }
    return value instanceof PickleNone ? ascii("N") : code((boolean) value ? 0x88 : 0x89);
  }

  private PickleWriter dict(Map<?, ?> map) {
    ascii("}(");
    map.forEach((key, value) -> value(key).value(value));
    return ascii("u");
  }

  private PickleWriter items(String before, List<?> items, String after) {
    ascii(before);
    items.forEach(this::value);
    return ascii(after);
  }

  public PickleWriter text(String text) {
    Integer index = memo.get(text);
    if (index != null) {
      return ascii("j").littleEndian(index, Integer.BYTES);
    }
    memo.put(text, memoized++);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ascii("X").littleEndian(bytes.length, Integer.BYTES);
    out.writeBytes(bytes);
    return code(0x94);
  }

  /** Notes the value on top under a name of the test's, to be written again by {@link #again}. */
  public PickleWriter note(String name) {
    memo.put("note " + name, memoized++);
    return code(0x94);
  }

  public PickleWriter again(String name) {
    return ascii("j").littleEndian(Objects.requireNonNull(memo.get("note " + name)), Integer.BYTES);
  }

  public PickleWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private PickleWriter real(double value) {
    ascii("G");
    out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    return this;
  }

  private PickleWriter integer(long value) {
    return value == (int) value
        ? ascii("J").littleEndian(value, Integer.BYTES)
        : code(0x8a, 8).littleEndian(value, Long.BYTES);
  }

  public PickleWriter littleEndian(long value, int length) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    out.write(bytes, 0, length);
    return this;
  }

  /** An allowed or forbidden global, on top of the stack. */
  public PickleWriter global(String module, String name) {
    return text(module).text(name).code(0x93);
  }

  public byte[] stop() {
    return ascii(".").unfinished();
  }

  public byte[] unfinished() {
    return out.toByteArray();
  }
}
