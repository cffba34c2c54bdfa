package org.nasbench4j.data.pickle;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A list of ints that only grows, for numbers that repeat: all but the last page are compressed. A
 * look at a page that was looked at lately costs nothing.
 */
final class CompressedInts {
  private static final int PAGE = 1 << 14;
  private static final int LOOKED_AT = 8;

  private final List<byte[]> closed = new ArrayList<>();
  private final Map<Integer, int[]> recent = new LinkedHashMap<>(2 * LOOKED_AT, 0.75f, true);
  private int[] open = new int[64];
  private int used;

  void add(int value) {
    if (used == PAGE) {
      closed.add(compressed(open));
      used = 0;
    }
    if (used == open.length) {
      open = Arrays.copyOf(open, 2 * used);
    }
    open[used++] = value;
  }

  long size() {
    return (long) closed.size() * PAGE + used;
  }

  // The index must be below the size.
  int get(long index) {
    int page = (int) (index / PAGE);
    int place = (int) (index % PAGE);
    return page == closed.size() ? open[place] : page(page)[place];
  }

  private int[] page(int number) {
    int[] page = recent.computeIfAbsent(number, absent -> expanded(closed.get(absent)));
    if (recent.size() > LOOKED_AT) {
      recent.remove(recent.keySet().iterator().next());
    }
    return page;
  }

  private static byte[] compressed(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(PAGE * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] compressed = new byte[2 * PAGE * Integer.BYTES];
      return Arrays.copyOf(compressed, deflater.deflate(compressed));
    } finally {
      deflater.end();
    }
  }

  private static int[] expanded(byte[] compressed) {
    byte[] bytes = new byte[PAGE * Integer.BYTES];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed);
      if (inflater.inflate(bytes) != bytes.length) {
        throw new IllegalStateException("A page of ints came back too short.");
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("A page of ints came back damaged.", e);
    } finally {
      inflater.end();
    }
    IntBuffer ints = ByteBuffer.wrap(bytes).asIntBuffer();
    int[] page = new int[PAGE];
    ints.get(page);
    return page;
  }
}
