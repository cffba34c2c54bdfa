package org.nasbench4j.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunRandomTest {
  private static final RunKey KEY = new RunKey("task", "method", 3);

  private static long first(long seed, RunKey key) {
    return RunRandom.of(seed, key).nextLong();
  }

  @Test
  void theSameRunHasTheSameRandomness() {
    assertThat(RunRandom.of(7, KEY).longs(100).toArray())
        .isEqualTo(RunRandom.of(7, KEY).longs(100).toArray());
  }

  @Test
  void everyPartOfTheNameMatters() {
    List<Long> firsts =
        List.of(
            first(7, KEY),
            first(8, KEY),
            first(7, new RunKey("task2", "method", 3)),
            first(7, new RunKey("task", "method2", 3)),
            first(7, new RunKey("task", "method", 4)),
            first(7, new RunKey("taskm", "ethod", 3)));
    assertThat(firsts).doesNotHaveDuplicates();
  }

  /**
   * Computed in Python from the published definition of L64X128MixRandom, seeded with the first
   * eight bytes of SHA-256 of seed, task, method and run on a line each.
   */
  @Test
  void theRandomnessOfAStudyNeverChanges() {
    assertThat(first(7, KEY)).isEqualTo(1320484407486964298L);
  }
}
