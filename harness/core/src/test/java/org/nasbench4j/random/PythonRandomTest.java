package org.nasbench4j.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonRandomTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 88, 1021, Integer.MAX_VALUE})
  void agreesWithAnotherMersenneTwister(int seed) {
    PythonRandom ours = new PythonRandom(seed);
    MersenneTwister theirs = new MersenneTwister(new int[] {seed});

    for (int i = 0; i < 2_000; i++) {
      assertThat(ours.nextBits()).isEqualTo(theirs.nextInt());
    }
  }

  @Test
  void shufflesAsPythonDoes() {
    Integer[] items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    new PythonRandom(88).shuffle(items);

    // CPython 3: random.seed(88); x = list(range(10)); random.shuffle(x)
    assertThat(items).containsExactly(8, 2, 9, 4, 0, 7, 1, 5, 3, 6);
  }
}
