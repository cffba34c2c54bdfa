package org.nasbench4j.data.compact;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of unsigned numbers. */
final class UnsignedOrder {

  private UnsignedOrder() {}

  // The places of the numbers, that of the least first.
  static int[] of(long[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparing(place -> numbers[place], Long::compareUnsigned))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
