package org.nasbench4j.data.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

/**
 * The bytes of one or several pickles in a row: counts them, checks announced lengths, turns their
 * end into an error.
 */
final class PickleInput {
  private static final int BUFFER = 1 << 14;
  private static final int LONGEST_LINE = 1000;

  private final Path path;
  private final InputStream in;
  private final PickleLimits limits;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteBuffer numbers = ByteBuffer.wrap(buffer); // big-endian

  /** Where the next byte stands in the buffer, and where what was read ends. */
  private int next;

  private int filled;

  /** Offset of the buffer's first byte. */
  private long start;

  private long opcodeOffset;
  private long end;

  PickleInput(Path path, InputStream in, PickleLimits limits) {
    this.path = path;
    this.in = in;
    this.limits = limits;
    this.end = limits.bytes();
  }

  // The limit of bytes counts from here on.
  void begin() {
    end = offset() + limits.bytes();
  }

  // Bytes of values that are not kept do not count.
  void forgive(long bytes) {
    end += bytes;
  }

  long offset() {
    return start + next;
  }

  // Where the opcode that is being executed stands.
  long opcodeOffset() {
    return opcodeOffset;
  }

  PickleSite site() {
    return site(opcodeOffset);
  }

  PickleSite here() {
    return site(offset());
  }

  PickleSite site(long offset) {
    return new PickleSite(path, offset);
  }

  // Fails if a size that the opcode makes is above its limit.
  void requireAtMost(String what, long size, long limit) {
    if (size < 0 || size > limit) {
      throw site()
          .malformed(
              "%s of %s exceeds the limit of %d"
                  .formatted(what, Long.toUnsignedString(size), limit));
    }
  }

  // The next opcode's byte; from here on site names its place.
  int opcode() throws IOException {
    opcodeOffset = offset();
    return u1();
  }

  int u1() throws IOException {
    if (next == filled && !fill()) {
      throw here().malformed("the pickle ends too early");
    }
    int value = buffer[next++] & 0xff;
    if (start + next > end) {
      throw here().malformed("the pickle exceeds the limit of %d bytes".formatted(limits.bytes()));
    }
    return value;
  }

  // Reads what there is, at least one byte; false at the end.
  private boolean fill() throws IOException {
    start += next;
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  int u2() throws IOException {
    return u1() | u1() << 8;
  }

  int i4() throws IOException {
    return u2() | u2() << 16;
  }

  long u4() throws IOException {
    return Integer.toUnsignedLong(i4());
  }

  // Little-endian; lengths of 2^63 and more come out negative and exceed every limit.
  long i8() throws IOException {
    return u4() | u4() << 32;
  }

  // Big-endian, unlike everything else in a pickle.
  double f8() throws IOException {
    if (filled - next >= Double.BYTES && offset() + Double.BYTES <= end) {
      next += Double.BYTES;
      return numbers.getDouble(next - Double.BYTES);
    }
    return Double.longBitsToDouble(Long.reverseBytes(i8()));
  }

  // A frame only announces how much may be read at once.
  void frame() throws IOException {
    requireAtMost("a frame", i8(), limits.bytes());
  }

  byte[] bytes(long length) throws IOException {
    requireText(length);
    int here = (int) Math.min(length, filled - next);
    byte[] head = Arrays.copyOfRange(buffer, next, next + here);
    next += here;
    return here == length ? head : joined(head, tail((int) length - here));
  }

  private void requireText(long length) {
    requireAtMost("a text", length, limits.textBytes());
    requireAtMost("a text", length, end - offset());
  }

  // Grows with what is really there, so an announced length alone allocates nothing.
  private byte[] tail(int length) throws IOException {
    byte[] tail = in.readNBytes(length);
    start += next + tail.length;
    next = 0;
    filled = 0;
    if (tail.length < length) {
      throw here().malformed("the pickle ends too early");
    }
    return tail;
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }

  String utf8(long length) throws IOException {
    requireText(length);
    if (length <= filled - next && isAscii(next, next + (int) length)) {
      next += (int) length;
      return new String(buffer, next - (int) length, (int) length, StandardCharsets.ISO_8859_1);
    }
    return decode(bytes(length));
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  // Text up to the end of the line, which is consumed.
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = u1(); value != '\n'; value = u1()) {
      line.write(value);
      requireAtMost("a name", line.size(), LONGEST_LINE);
    }
    return decode(line.toByteArray());
  }

  private String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTableException(path, new AtByte(opcodeOffset), "a text is not UTF-8", e);
    }
  }

  void requireEnd() throws IOException {
    if (next < filled || fill()) {
      throw here().malformed("there are bytes behind the end of the pickle");
    }
  }
}
