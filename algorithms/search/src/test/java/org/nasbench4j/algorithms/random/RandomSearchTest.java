package org.nasbench4j.algorithms.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.search.SearchMethod;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;

class RandomSearchTest {
  private final TinySpace space = TinySpace.of(3, 4);
  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void withReplacementDrawsAsTheSpaceDoes() {
    SearchMethod search = new RandomSearch(space, new SplittableRandom(9));
    RandomGenerator same = new SplittableRandom(9);
    for (int i = 0; i < 50; i++) {
      assertThat(search.ask()).isEqualTo(space.sample(same));
    }
  }

  @Test
  void withoutReplacementGoesThroughTheWholeSpaceBeforeItRepeats() {
    SearchMethod search = new DistinctRandomSearch(space, random);
    assertThat(proposals(search, 12)).hasSize(12);
    assertThat(proposals(search, 12)).hasSize(12);
  }

  private static Set<Architecture> proposals(SearchMethod search, int count) {
    Set<Architecture> proposals = new HashSet<>();
    for (int i = 0; i < count; i++) {
      proposals.add(search.ask());
    }
    return proposals;
  }
}
