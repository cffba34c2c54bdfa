package org.nasbench4j.space.nb101;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nasbench4j.space.nb101.Modules.C1;
import static org.nasbench4j.space.nb101.Modules.C3;
import static org.nasbench4j.space.nb101.Modules.MP;

import org.junit.jupiter.api.Test;

class VertexChannelsTest {

  @Test
  void whatLeadsToTheOutputSharesItsChannelsAndTheFirstGetTheRest() {
    Nb101Module module = Modules.of("0-1,0-2,0-3,1-4,2-4,3-4", C3, C3, C3);
    assertThat(VertexChannels.of(module, 64, 128)).containsExactly(64, 43, 43, 42, 128);
  }

  @Test
  void anEdgeFromTheInputTakesNoShare() {
    Nb101Module module = Modules.of("0-1,0-2,1-2", C3);
    assertThat(VertexChannels.of(module, 64, 128)).containsExactly(64, 128, 128);
  }

  @Test
  void otherVerticesAreAsWideAsTheirWidestSuccessor() {
    // 1 feeds 3 (42 channels) and 2 (43); 4 feeds only 5 (42).
    Nb101Module module = Modules.of("0-1,1-2,1-3,2-6,3-6,0-4,4-5,5-6", C3, C1, MP, C3, C1);
    assertThat(VertexChannels.of(module, 7, 128)).containsExactly(7, 43, 43, 43, 42, 42, 128);
  }

  @Test
  void theInputAloneLeavesNothingToShare() {
    assertThat(VertexChannels.of(Modules.of("0-1"), 3, 8)).containsExactly(3, 8);
  }

  @Test
  void unprunedModulesAndTooFewChannelsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VertexChannels.of(Modules.of("0-1,0-2,2-3", C3, C3), 8, 8))
        .withMessageContaining("Prune it first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VertexChannels.of(Modules.of("0-1,0-2,1-3,2-3", C3, C3), 8, 1))
        .withMessageContaining("(8 in, 1 out)")
        .withMessageContaining("2 out");
  }
}
