package org.nasbench4j.data.compact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables that somebody changed and gave right checksums. */
final class Forged {
  private static final Pattern ARRAY =
      Pattern.compile("\"path\":\"([^\"]+)\"[^}]*?\"crc32c\":\"([0-9a-f]*)\"");

  private Forged() {}

  /** Overwrites whole numbers of an array, from its first. */
  static void put(Path file, String array, int... numbers) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    all.position((int) Hdf5File.open(file).extent(array).address());
    for (int number : numbers) {
      all.putInt(number);
    }
    replace(file, bytes);
    repair(file);
  }

  /** Makes the checksums of all arrays and of the header those of their bytes. */
  static void repair(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Hdf5File hdf5 = Hdf5File.open(file);
    Hdf5File.Extent header = hdf5.extent(FileWriter.HEADER);
    int start = (int) header.address();
    int length = header.bytes().remaining();
    String json = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    Matcher array = ARRAY.matcher(json);
    while (array.find()) {
      byte[] digits =
          checksums(hdf5.extent(array.group(1)).bytes()).getBytes(StandardCharsets.US_ASCII);
      int room = Math.min(digits.length, array.end(2) - array.start(2));
      System.arraycopy(digits, 0, bytes, start + array.start(2), room);
    }
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(
            (int) hdf5.extent(FileWriter.HEADER_CRC).address(),
            CompactTables.crc(ByteBuffer.wrap(bytes, start, length)));
    replace(file, bytes);
  }

  private static String checksums(ByteBuffer bytes) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < bytes.limit(); at += Slab.BLOCK) {
      ByteBuffer block = bytes.slice(at, Math.min(Slab.BLOCK, bytes.limit() - at));
      digits.append("%08x".formatted(CompactTables.crc(block)));
    }
    return digits.toString();
  }

  // A new file: the old one may be mapped.
  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }
}
