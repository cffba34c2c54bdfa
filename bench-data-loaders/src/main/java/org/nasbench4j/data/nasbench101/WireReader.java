package org.nasbench4j.data.nasbench101;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The fields of one message in the wire format of protocol buffers. */
final class WireReader {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;
  private static final int TYPE_BITS = 3;
  private static final int MOST_VARINT_BITS = 63;

  private final ByteBuffer bytes;
  private int tag;

  WireReader(byte[] bytes, int offset, int length) {
    this.bytes = ByteBuffer.wrap(bytes, offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Moves to the next field, whose value must be read or skipped.
   *
   * @return false at the end of the message
   */
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    long read = varint();
    if (read >>> TYPE_BITS == 0 || read > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("its metrics have a field of number 0 or too large");
    }
    tag = (int) read;
    return true;
  }

  int field() {
    return tag >>> TYPE_BITS;
  }

  private int type() {
    return tag & ((1 << TYPE_BITS) - 1);
  }

  double readDouble() {
    require(FIXED_64);
    need(Double.BYTES);
    return bytes.getDouble();
  }

  long readVarint() {
    require(VARINT);
    return varint();
  }

  /** A reader of the message that the field is. */
  WireReader readMessage() {
    require(LENGTH);
    int length = length();
    WireReader message = new WireReader(bytes.array(), bytes.position(), length);
    bytes.position(bytes.position() + length);
    return message;
  }

  void skip() {
    switch (type()) {
      case VARINT -> varint();
      case FIXED_64 -> skip(Long.BYTES);
      case LENGTH -> skip(length());
      case FIXED_32 -> skip(Integer.BYTES);
      default ->
          throw new IllegalArgumentException(
              "its metrics have a field of the wire type %d".formatted(type()));
    }
  }

  private void skip(int count) {
    need(count);
    bytes.position(bytes.position() + count);
  }

  private void require(int type) {
    if (type() != type) {
      throw new IllegalArgumentException(
          "field %d of its metrics has the wire type %d instead of %d"
              .formatted(field(), type(), type));
    }
  }

  private int length() {
    long length = varint();
    need(length);
    return (int) length;
  }

  private void need(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new IllegalArgumentException("its metrics break off");
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift <= MOST_VARINT_BITS; shift += 7) {
      need(1);
      byte part = bytes.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of its metrics is too long");
  }
}
