package org.nasbench4j.neural.supernet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every space that a supernet learns must hold. */
abstract class SupernetSpaceContract {

  abstract SupernetSpace space();

  private List<double[][]> zeros() {
    List<double[][]> logits = new ArrayList<>();
    for (DecisionMap map : space().maps()) {
      logits.add(new double[map.rows()][map.columns()]);
    }
    return logits;
  }

  private void assertRefused(List<double[][]> logits, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space().derive(logits))
        .satisfies(e -> assertThat(e.getMessage()).contains(words).contains(space().space().id()));
  }

  @Test
  final void mapsHaveDifferentNames() {
    assertThat(space().maps()).extracting(DecisionMap::name).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  final void everyTieIsDecidedTheSameWay() {
    assertThat(space().derive(zeros())).isEqualTo(space().derive(zeros()));
  }

  @Test
  final void onlyTheOrderWithinARowCounts() {
    List<double[][]> logits = zeros();
    List<double[][]> larger = zeros();
    for (int map = 0; map < logits.size(); map++) {
      for (int row = 0; row < logits.get(map).length; row++) {
        double[] values = logits.get(map)[row];
        Arrays.setAll(values, column -> (7 * column + 3) % 11);
        Arrays.setAll(larger.get(map)[row], column -> 100 * values[column] - 1_000);
      }
    }
    assertThat(space().derive(larger)).isEqualTo(space().derive(logits));
  }

  @Test
  final void columnsThatAreNotUsedAreNotLookedAt() {
    List<double[][]> logits = zeros();
    for (int map = 0; map < logits.size(); map++) {
      DecisionMap decisions = space().maps().get(map);
      for (int row = 0; row < decisions.rows(); row++) {
        int used = decisions.used().get(row);
        Arrays.fill(logits.get(map)[row], used, decisions.columns(), Double.NaN);
      }
    }
    assertThat(space().derive(logits)).isEqualTo(space().derive(zeros()));
  }

  @Test
  final void otherMapsAreRefused() {
    assertRefused(List.of(), "maps (0)", space().maps().get(0).name());
    List<double[][]> more = zeros();
    more.add(new double[1][1]);
    assertRefused(more, "maps (%d)".formatted(more.size()));
  }

  @Test
  final void otherRowsAreRefused() {
    for (int map = 0; map < space().maps().size(); map++) {
      DecisionMap decisions = space().maps().get(map);
      List<double[][]> logits = zeros();
      logits.set(map, new double[decisions.rows() + 1][decisions.columns()]);
      assertRefused(logits, "rows (%d)".formatted(decisions.rows() + 1), decisions.name());
    }
  }

  @Test
  final void rowsThatAreTooShortAreRefused() {
    for (int map = 0; map < space().maps().size(); map++) {
      DecisionMap decisions = space().maps().get(map);
      int last = decisions.rows() - 1;
      int used = decisions.used().get(last);
      List<double[][]> logits = zeros();
      logits.get(map)[last] = new double[used - 1];
      assertRefused(logits, "columns (%d) of row %d".formatted(used - 1, last), decisions.name());
    }
  }

  @Test
  final void whatIsNoNumberIsRefused() {
    for (int map = 0; map < space().maps().size(); map++) {
      List<double[][]> logits = zeros();
      logits.get(map)[0][0] = Double.NaN;
      assertRefused(logits, "NaN", "row 0", space().maps().get(map).name());
    }
  }
}
