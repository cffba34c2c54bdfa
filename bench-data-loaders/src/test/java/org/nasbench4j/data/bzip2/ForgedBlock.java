package org.nasbench4j.data.bzip2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * A block in which nearly any bits may stand: its alphabet has 128 symbols of 7 bits each, and only
 * the last one (1111111) ends the block. All bits are digits here.
 */
final class ForgedBlock {
  static final String BLOCK = digits(0x314159265359L, 48);
  static final String END = digits(0x177245385090L, 48);

  private static final int SYMBOL = 7;
  private static final int SELECTORS = 40;
  private static final String LAST = "1".repeat(SYMBOL);
  private static final String MAPS = "1".repeat(8) + "0".repeat(8) + "1".repeat(126) + "00";
  private static final String TABLE = digits(SYMBOL, 5) + "0".repeat(1 << SYMBOL);
  private static final String TABLES =
      MAPS + digits(2, 3) + digits(SELECTORS, 15) + "0".repeat(SELECTORS) + TABLE + TABLE;

  /** How many bits of a block stand before its data. */
  static final int HEAD = 48 + 32 + 1 + 24 + TABLES.length();

  private final String data;

  /** A block with such data, up to 14,000 bits; zeros fill up the last symbol. */
  ForgedBlock(String data) {
    this.data = data + "0".repeat(Math.floorMod(-data.length(), SYMBOL));
    for (int i = 0; i < this.data.length(); i += SYMBOL) {
      if (this.data.startsWith(LAST, i)) {
        throw new IllegalArgumentException("The symbol %d is the last one.".formatted(i / SYMBOL));
      }
    }
  }

  /** Data of so many symbols. */
  static String noise(int seed, int symbols) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < symbols; i++) {
      data.append(digits(random.nextInt(2, 127), SYMBOL));
    }
    return data.toString();
  }

  static String digits(long value, int count) {
    String digits = BigInteger.valueOf(value).toString(2);
    return "0".repeat(count - digits.length()) + digits;
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(character -> digits.append(digits(character, 8)));
    return digits.toString();
  }

  /** A stream of such blocks. */
  static byte[] stream(int level, ForgedBlock... blocks) {
    StringBuilder digits = new StringBuilder(digits("BZh" + level));
    int combined = 0;
    for (ForgedBlock block : blocks) {
      int checksum = checksum(block.content());
      digits.append(block.with(checksum));
      combined = Integer.rotateLeft(combined, 1) ^ checksum;
    }
    return bytes(digits + END + digits(combined & 0xffffffffL, 32));
  }

  /** What the block holds. */
  byte[] content() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] stream = bytes(digits("BZh9") + with(0) + END + "0".repeat(32));
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(stream))) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        content.write(octet);
      }
    } catch (IOException e) {
      return content.toByteArray(); // all of it: what is wrong is the checksum
    }
    throw new IllegalStateException("A block with a wrong checksum was read.");
  }

  private String with(int checksum) {
    String head = BLOCK + digits(checksum & 0xffffffffL, 32) + "0" + digits(0, 24) + TABLES;
    return head + data + LAST;
  }

  private static byte[] bytes(String digits) {
    byte[] bytes = new byte[(digits.length() + 7) / 8];
    for (int i = 0; i < digits.length(); i++) {
      bytes[i / 8] |= (byte) ((digits.charAt(i) & 1) << (7 - i % 8));
    }
    return bytes;
  }

  /** CRC-32 with the most significant bit first. */
  private static int checksum(byte[] bytes) {
    int crc = -1;
    for (byte octet : bytes) {
      crc ^= octet << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
      }
    }
    return ~crc;
  }
}
