package org.nasbench4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.Architecture;

class TinySpaceTest {
  private final TinySpace space = TinySpace.of(3, 1, 2);

  @Test
  void countsEveryCombination() {
    assertThat(space.size()).isEqualTo(6);
    assertThat(TinySpace.of().size()).isEqualTo(1);
  }

  @Test
  void readsBackWhatItWrites() {
    Architecture cell = space.decode(new int[] {2, 0, 1});
    assertThat(cell.text()).isEqualTo("tiny[2, 0, 1]");
    assertThat(space.parse(cell.text())).isEqualTo(cell);
    assertThat(space.encode(cell)).containsExactly(2, 0, 1);
    assertThat(TinySpace.of().parse("tiny[]")).isEqualTo(TinySpace.of().decode(new int[0]));
  }

  @Test
  void refusesWhatIsNotInTheSpace() {
    assertThatIllegalArgumentException().isThrownBy(() -> space.parse("tiny[0, 1, 0]"));
    assertThatIllegalArgumentException().isThrownBy(() -> space.parse("nonsense"));
  }

  @Test
  void neighboursAreOneDecisionAway() {
    assertThat(space.neighbours(space.parse("tiny[0, 0, 0]")))
        .extracting(Architecture::text)
        .containsExactly("tiny[1, 0, 0]", "tiny[2, 0, 0]", "tiny[0, 0, 1]");
  }

  @Test
  void mutationsAreNeighbours() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      Architecture parent = space.sample(random);
      assertThat(space.neighbours(parent)).contains(space.mutate(parent, random));
    }
  }
}
