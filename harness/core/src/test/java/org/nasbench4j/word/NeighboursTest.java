package org.nasbench4j.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final List<String> KNOWN = List.of("params", "flops", "rmi-fast", "zen", "rmi");

  @Test
  void aSlipOfTheFingerFindsItsName() {
    assertThat(Neighbours.of("flpos", KNOWN, 1)).containsExactly("flops");
    assertThat(Neighbours.of("PARAM", KNOWN, 1)).containsExactly("params");
  }

  // kitten to sitting takes 3 steps (the usual example), to mitten one.
  @Test
  void fewerChangesAreNearer() {
    assertThat(Neighbours.of("kitten", List.of("sitting", "mitten", "kit"), 3))
        .containsExactly("mitten", "kit", "sitting");
  }

  @Test
  void namesThatContainWhatWasWrittenComeFirst() {
    assertThat(Neighbours.of("fast", KNOWN, 2)).first().isEqualTo("rmi-fast");
  }

  @Test
  void onlyNamesThatMayHaveBeenMeantAreNear() {
    assertThat(Neighbours.near("flpos", KNOWN, 3)).containsExactly("flops");
    assertThat(Neighbours.near("rmi-fst", KNOWN, 3)).containsExactly("rmi-fast", "rmi");
    assertThat(Neighbours.near("FAST", KNOWN, 3)).containsExactly("rmi-fast");
    assertThat(Neighbours.near("accuracy", KNOWN, 3)).isEmpty();
  }

  @Test
  void allAreGivenWhereThereAreFew() {
    assertThat(Neighbours.of("x", List.of("b", "a"), 5)).containsExactly("a", "b");
    assertThat(Neighbours.of("x", List.of(), 5)).isEmpty();
  }
}
