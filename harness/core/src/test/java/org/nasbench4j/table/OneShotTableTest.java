package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.oneshot1.OneShotCell;
import org.nasbench4j.space.oneshot1.OneShotLayout;
import org.nasbench4j.space.oneshot1.OneShotSpace;

class OneShotTableTest {
  private static final ModuleTable WHOLE = ModuleTable.whole();
  private static final Query TEST = Query.parse("cifar10-40k:test:108:mean");

  @ParameterizedTest
  @EnumSource
  void everyCellFindsTheNumbersOfItsModule(OneShotLayout layout) {
    OneShotTable view = OneShotTable.of(WHOLE, layout);
    OneShotSpace space = new OneShotSpace(layout);
    AccuracyColumn ours = view.accuracy(TEST);
    AccuracyColumn beneath = WHOLE.accuracy(TEST);
    RandomGenerator random = new SplittableRandom(1);

    assertThat(view.rows()).isEqualTo(layout.modules()).isEqualTo(ours.rows());
    for (int i = 0; i < 500; i++) {
      OneShotCell cell = space.sample(random);
      int row = view.row(cell);
      assertThat(ours.fraction(row)).isEqualTo(beneath.fraction(WHOLE.row(cell.module())));
      assertThat(view.architecture(row).canonical()).isEqualTo(cell.canonical());
      assertThat(view.row(view.architecture(row))).isEqualTo(row);
    }
  }

  @Test
  void rowsKeepTheOrderOfTheTableBeneath() {
    OneShotTable view = OneShotTable.of(WHOLE, OneShotLayout.SPACE_1);
    OneShotSpace space = new OneShotSpace(OneShotLayout.SPACE_1);
    assertThat(
            IntStream.range(0, view.rows())
                .mapToObj(row -> WHOLE.row(space.cell(view.architecture(row)).module())))
        .isSorted();
  }

  @Test
  void isATableOfItsOwn() {
    OneShotTable view = OneShotTable.of(WHOLE, OneShotLayout.SPACE_2);
    assertThat(view.space().id()).isEqualTo("oneshot1-2").isEqualTo(view.info().space());
    assertThat(view.info().contentHash())
        .hasSize(64)
        .isNotEqualTo(OneShotTable.of(WHOLE, OneShotLayout.SPACE_1).info().contentHash());
    assertThat(view.info().notes()).contains("Restricted to the modules of oneshot1-2.");
    assertThat(view.accuracy(TEST).seeds(0)).containsExactly(0, 1, 2);
    assertThat(view.trainingSeconds(Training.CIFAR10_40K, TEST.measure().fidelity(), TEST.seeds()))
        .satisfies(column -> assertThat(column.rows()).isEqualTo(7_773));
  }

  @Test
  void aTableOfTheSearchSpaceAloneIsEnough() {
    assertThat(OneShotTable.of(ModuleTable.of(OneShotLayout.SPACE_1), OneShotLayout.SPACE_1).rows())
        .isEqualTo(2_685);
  }

  @Test
  void missingModulesAreCountedAndNamed() {
    ModuleTable partial = ModuleTable.lacking(OneShotLayout.SPACE_1);
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> OneShotTable.of(partial, OneShotLayout.SPACE_1))
        .withMessageContaining("lacks 1 of the 2685 modules of oneshot1-1")
        .withMessageContaining("modules");
  }

  @Test
  void tablesOfOtherSpacesAreRefused() {
    ArrayTable other = ArrayTable.of(TinySpace.of(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneShotTable.of(other, OneShotLayout.SPACE_1))
        .withMessageContaining("tiny[2]")
        .withMessageContaining("nb101");
  }
}
