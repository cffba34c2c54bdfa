package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.SearchSpaceContract;

class Nb101SpaceContractTest extends SearchSpaceContract {
  private final Nb101Space space = new Nb101Space();

  @Override
  protected SearchSpace space() {
    return space;
  }

  @Test
  void asManyModulesAreMeasuredAsThereAreClasses() {
    assertThat(space.measured()).isEqualTo(new Nb101Enumeration(7).count());
  }

  @Test
  void combinationsAreModulesAsOftenAsTheSizeSays() {
    RandomGenerator random = random();
    int modules = 0;
    for (int i = 0; i < 20_000; i++) {
      int[] choices = space.decisions().stream().mapToInt(random::nextInt).toArray();
      modules += space.isArchitecture(choices) ? 1 : 0;
    }
    double share = (double) space.size() / ((1L << 21) * 243);
    assertThat(modules / 20_000.0).isCloseTo(share, within(0.02));
  }
}
