package org.nasbench4j.data.compact;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Computes the checksums of a {@link Slab} from bytes that come in pieces. */
final class BlockChecksums {

  private final StringBuilder digits = new StringBuilder();
  private final CRC32C crc = new CRC32C();
  private int filled;

  // Takes the next bytes, all that remain in the buffer.
  void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int length = Math.min(bytes.remaining(), Slab.BLOCK - filled);
      crc.update(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
      filled += length;
      if (filled == Slab.BLOCK) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    digits.append(HexFormat.of().toHexDigits((int) crc.getValue()));
    crc.reset();
    filled = 0;
  }

  // All checksums; nothing may follow.
  String finish() {
    if (filled > 0) {
      endBlock();
    }
    return digits.toString();
  }
}
