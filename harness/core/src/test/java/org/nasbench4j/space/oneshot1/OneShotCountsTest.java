package org.nasbench4j.space.oneshot1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.space.nb101.ModuleKey;
import org.nasbench4j.space.oneshot1.OneShotCounts.Count;

class OneShotCountsTest {

  // Recomputed independently; 6,240 and 363,648 are published as the numbers of architectures of
  // search spaces 1 and 3, 2,487, 3,609 and 24,066 as those without loose ends.
  @ParameterizedTest
  @CsvSource({
    "SPACE_1,180,14580,6240,38,3078,48,3288,49,2487,2127,2685",
    "SPACE_2,360,29160,16632,138,11178,164,11826,65,3609,3258,7773",
    "SPACE_3,5400,1312200,363648,445,108135,596,118524,234,24066,17940,55854",
  })
  void areThoseOfAnIndependentCount(
      OneShotLayout layout,
      long topologies,
      long written,
      long feeding,
      long completeTopologies,
      long complete,
      long prunedTopologies,
      long pruned,
      long generatedTopologies,
      long generated,
      long generatedModules,
      long modules) {
    assertThat(OneShotCounts.of(layout))
        .isEqualTo(
            new OneShotCounts(
                new Count(topologies, written),
                new Count(topologies, feeding),
                new Count(completeTopologies, complete),
                new Count(prunedTopologies, pruned),
                new Count(generatedTopologies, generated),
                generatedModules,
                modules));
    assertThat(layout.modules()).isEqualTo((int) modules);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPACE_1", "SPACE_2"})
  void oneCellStandsForEachModuleOfTheWholeSpace(OneShotLayout layout) {
    OneShotSpace space = new OneShotSpace(layout);
    Set<Long> keys = new HashSet<>();
    List<OneShotCell> cells = OneShotModules.cells(layout);
    assertThat(cells).allMatch(cell -> keys.add(ModuleKey.of(cell.module())));
    assertThat(space.cells().map(cell -> ModuleKey.of(cell.module()))).allMatch(keys::contains);
  }

  @Test
  void looseEndsAreTheBlocksWithoutAPathToTheOutput() {
    Topology topology =
        new Topology(OneShotLayout.SPACE_1, List.of(0b1, 0b11, 0b110, 0b1100, 0b11));
    assertThat(topology.feeding()).isEqualTo(0b1110);
    assertThat(topology.live()).isEqualTo(0b10);
    assertThat(topology.hasLooseEnds()).isTrue();
    assertThat(topology.cells()).hasSize(3);
  }
}
