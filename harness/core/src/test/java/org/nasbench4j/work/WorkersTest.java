package org.nasbench4j.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 200).boxed().toList();

  private final Set<Integer> done = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyItemIsDone(int threads) throws IOException {
    new Workers(threads).run(ITEMS, done::add);
    assertThat(done).containsExactlyInAnyOrderElementsOf(ITEMS);
  }

  @Test
  void oneThreadKeepsTheOrderAndStopsAtAFailure() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new Workers(1)
                    .run(
                        ITEMS,
                        item -> {
                          if (item == 3) {
                            throw new IllegalStateException("three");
                          }
                          done.add(item);
                        }))
        .withMessage("three");
    assertThat(done).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aFailureToWriteComesOutAsItWas() {
    IOException full = new IOException("the disk is full");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                new Workers(2)
                    .run(
                        ITEMS,
                        item -> {
                          throw new UncheckedIOException(full);
                        }))
        .isSameAs(full);
  }

  @Test
  void thereMustBeAThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessageContaining("threads (0)");
  }
}
