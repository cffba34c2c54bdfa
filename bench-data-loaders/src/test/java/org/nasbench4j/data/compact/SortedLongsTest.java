package org.nasbench4j.data.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SortedLongsTest {

  static Stream<long[]> numbers() {
    Random random = new Random(1);
    return Stream.of(
        new long[0],
        new long[] {5},
        new long[] {0, -1},
        new long[] {7, 7, 7, 8},
        LongStream.range(0, 1_000).toArray(),
        LongStream.range(-1_000, 0).toArray(),
        random.longs(3_000).toArray(),
        LongStream.concat(random.longs(500), LongStream.range(0, 500)).toArray());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theFirstOfAtLeastANumberIsFound(long[] numbers) {
    long[] sorted =
        Arrays.stream(numbers).boxed().sorted(Long::compareUnsigned).mapToLong(n -> n).toArray();
    SortedLongs plane = plane(sorted);
    Random random = new Random(2);
    LongStream.concat(
            Arrays.stream(sorted).flatMap(n -> LongStream.of(n - 1, n, n + 1)),
            LongStream.concat(random.longs(100), LongStream.of(0, -1, Long.MIN_VALUE)))
        .forEach(
            number -> {
              int expected = 0;
              while (expected < sorted.length
                  && Long.compareUnsigned(sorted[expected], number) < 0) {
                expected++;
              }
              assertThat(plane.firstAtLeast(number)).as("%x", number).isEqualTo(expected);
            });
  }

  private static SortedLongs plane(long[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    return new SortedLongs(new LongPlane(bytes));
  }
}
