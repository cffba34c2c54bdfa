package org.nasbench4j.data.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a pickle may refer back to. Collections that can still change, byte strings and
 * tuples with any of these are noted but not kept, unless a reader is asked to: files of benchmark
 * tables do not share them, and keeping them would hold everything that was ever read; it also
 * makes cyclic values impossible.
 *
 * <p>A large pickle writes the same few strings again and again, each time as a new entry: equal
 * strings and numbers are kept once, and entries are compressed.
 */
final class PickleMemo {
  private static final int NOT_KEPT = 0;

  /** Of the values that differ, roughly; those of all architectures have some 60 MB. */
  private static final long MOST_BYTES = 1L << 28;

  private static final int BYTES_AROUND = 40;

  /** Tuples of so many leaves are compared, such as the shapes of arrays. */
  private static final int MOST_LEAVES = 8;

  /** So many different ones: a pickle could hold many whose hash is the same. */
  private static final int MOST_TUPLES = 256;

  private final PickleInput input;
  private final PickleLimits limits;
  private final PickleReader.Sharing sharing;
  private final List<Object> values = new ArrayList<>(List.of("nothing is number 0"));
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final CompressedInts entries = new CompressedInts();
  private final Map<Long, Integer> outOfOrder = new HashMap<>();
  private long bytes;
  private int tuples;

  PickleMemo(PickleInput input, PickleLimits limits, PickleReader.Sharing sharing) {
    this.input = input;
    this.limits = limits;
    this.sharing = sharing;
  }

  void add(Object value) {
    put(entries.size() + outOfOrder.size(), value);
  }

  void put(long index, Object value) {
    long size = entries.size() + outOfOrder.size();
    input.requireAtMost("a memo", size + 1, limits.memoEntries());
    int number = isKept(value) ? number(value) : NOT_KEPT;
    if (index == entries.size() && outOfOrder.isEmpty()) {
      entries.add(number);
    } else {
      outOfOrder.put(index, number);
    }
  }

  Object get(long index) {
    Integer number = outOfOrder.get(index);
    if (number == null && index < entries.size()) {
      number = entries.get(index);
    }
    if (number == null) {
      throw input.site().malformed("there is no memo entry %d".formatted(index));
    }
    if (number == NOT_KEPT) {
      throw input
          .site()
          .unsupported("a list, set, dict or byte string that is used twice", "trees of values");
    }
    return values.get(number);
  }

  private boolean isKept(Object value) {
    return sharing == PickleReader.Sharing.ALL || PickleValues.isConstant(value);
  }

  private int number(Object value) {
    Object key = value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    if (sharing == PickleReader.Sharing.ALL || !isComparable(key)) {
      return keep(value);
    }
    Integer known = numbers.get(key);
    if (known == null) {
      known = keep(value);
      if (!(key instanceof PickleTuple) || tuples++ < MOST_TUPLES) {
        numbers.put(key, known);
      }
    }
    return known;
  }

  // Equal in Java only if they are the same in Python. Byte strings in tuples compare by identity.
  private static boolean isComparable(Object value) {
    if (value instanceof PickleTuple tuple) {
      return tuple.leaves() <= MOST_LEAVES
          && tuple.items().stream().allMatch(PickleMemo::isComparable);
    }
    return value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof byte[]
        || value instanceof ByteBuffer
        || value instanceof PickleGlobal;
  }

  private int keep(Object value) {
    bytes += BYTES_AROUND + PickleValues.length(value);
    input.requireAtMost("the values of a memo", bytes, MOST_BYTES);
    values.add(value);
    return values.size() - 1;
  }
}
