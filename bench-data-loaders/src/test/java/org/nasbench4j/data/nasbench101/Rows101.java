package org.nasbench4j.data.nasbench101;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.nasbench4j.space.nb101.Nb101Counts;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Shape;

/** Rows of the benchmark with invented measurements, written as the published files write them. */
final class Rows101 {
  static final int IMAGES = 9_984;

  private static final Nb101Counts COUNTS = new Nb101Counts(Nb101Shape.published());

  private Rows101() {}

  /** The answers of a training: point 1 is halfway, 2 the end; splits are train, valid, test. */
  static int correct(long seed, int epochs, int point, int split) {
    long mixed = new Random(seed * 31 + epochs * 7L + point * 3L + split).nextInt(5_000);
    return (int) mixed + 1_000 * point;
  }

  static float seconds(long seed, int epochs, int point) {
    return epochs * (10 + seed % 17) * point / 2f;
  }

  static long parameters(Nb101Module module) {
    return COUNTS.parameters(module);
  }

  /** A row of a module whose numbers derive from a seed. */
  static byte[] row(Nb101Module module, String hash, int epochs, long seed) {
    return row(
        hash,
        Integer.toString(epochs),
        module.matrixText(),
        String.join(",", module.operations()),
        metrics(COUNTS.parameters(module), epochs, seed));
  }

  static byte[] row(
      String hash, String epochs, String adjacency, String operations, byte[] metrics) {
    String base64 = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(metrics) + "\n";
    return "[\"%s\", %s, \"%s\", \"%s\", \"%s\"]"
        .formatted(hash, epochs, adjacency, operations, base64.replace("\n", "\\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The protocol buffer of a training. */
  static byte[] metrics(long parameters, int epochs, long seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int point = 0; point <= 2; point++) {
      double[] values = {
        epochs * point / 2.0,
        seconds(seed, epochs, point),
        accuracy(seed, epochs, point, 0),
        accuracy(seed, epochs, point, 1),
        accuracy(seed, epochs, point, 2)
      };
      out.writeBytes(evaluation(values));
    }
    out.write(0x10);
    varint(out, parameters);
    out.write(0x19);
    out.writeBytes(fixed(seconds(seed, epochs, 2)));
    return out.toByteArray();
  }

  // With the precision of 32 bits, as published.
  private static double accuracy(long seed, int epochs, int point, int split) {
    return (float) (correct(seed, epochs, point, split) / (double) IMAGES);
  }

  static byte[] evaluation(double... values) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int field = 1; field <= values.length; field++) {
      message.write((field << 3) | 1);
      message.writeBytes(fixed(values[field - 1]));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x0a);
    varint(out, message.size());
    out.writeBytes(message.toByteArray());
    return out.toByteArray();
  }

  private static byte[] fixed(double value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
  }

  static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
