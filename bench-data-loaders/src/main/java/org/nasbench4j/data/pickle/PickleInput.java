package org.nasbench4j.data.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.nasbench4j.table.MalformedTableException;

/** The bytes of a pickle: counts them, checks announced lengths, turns their end into an error. */
final class PickleInput {
  private static final int LONGEST_LINE = 1000;

  private final Path path;
  private final InputStream in;
  private final PickleLimits limits;
  private final long end;
  private long offset;
  private long opcodeOffset;

  // The stream is read byte by byte; it stands at the offset of its file.
  PickleInput(Path path, long offset, InputStream in, PickleLimits limits) {
    this.path = path;
    this.in = in;
    this.limits = limits;
    this.offset = offset;
    this.opcodeOffset = offset;
    this.end = offset + limits.bytes();
  }

  // Where the opcode that is being executed stands.
  PickleSite site() {
    return new PickleSite(path, opcodeOffset);
  }

  private PickleSite here() {
    return new PickleSite(path, offset);
  }

  // The next opcode's byte; from here on site names its place.
  int opcode() throws IOException {
    opcodeOffset = offset;
    return u1();
  }

  int u1() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw here().malformed("the pickle ends too early");
    }
    offset++;
    if (offset > end) {
      throw here().malformed("the pickle exceeds the limit of %d bytes".formatted(limits.bytes()));
    }
    return value;
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
    return Double.longBitsToDouble(Long.reverseBytes(i8()));
  }

  // A frame only announces how much may be read at once.
  void frame() throws IOException {
    long length = i8();
    site().requireAtMost("a frame", length, end - offset);
  }

  byte[] bytes(long length) throws IOException {
    site().requireAtMost("a text", length, limits.textBytes());
    site().requireAtMost("a text", length, end - offset);
    // Grows with what is really there, so an announced length alone allocates nothing.
    byte[] bytes = in.readNBytes((int) length);
    offset += bytes.length;
    if (bytes.length < length) {
      throw here().malformed("the pickle ends too early");
    }
    return bytes;
  }

  String utf8(long length) throws IOException {
    return decode(bytes(length));
  }

  // Text up to the end of the line, which is consumed.
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = u1(); value != '\n'; value = u1()) {
      line.write(value);
      site().requireAtMost("a name", line.size(), LONGEST_LINE);
    }
    return decode(line.toByteArray());
  }

  private String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedTableException(path, opcodeOffset, "a text is not UTF-8", e);
    }
  }

  void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw here().malformed("there are bytes behind the end of the pickle");
    }
  }
}
