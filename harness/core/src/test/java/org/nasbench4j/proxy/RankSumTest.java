package org.nasbench4j.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.objective.CostLine;
import org.nasbench4j.objective.Evaluation;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;

class RankSumTest {
  private static final double FAILED = Double.NEGATIVE_INFINITY;

  private static final ArrayTable TABLE =
      ArrayTable.of(TinySpace.of(5))
          .withColumn("score", FAILED, -3, -1, -1, FAILED)
          .withColumn("score-seconds", 1, 2, 3, 4, 5)
          .withColumn("size", 50, 10, 40, 20, 30);

  private static final ProxyCatalog NO_PROXIES = new ProxyCatalog(List.of());

  private static Quantity sum(String text) {
    return Quantity.parse(text);
  }

  private static double[] values(Column column, int... rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = column.value(rows[i]);
    }
    return values;
  }

  @Test
  void isTheSumOfFractionalRanksWithTiesAtTheirMiddle() {
    // ranks 0..4 of score: the two failures share 0.5, then 2, then the two of -1 share 3.5
    Column ranks = sum("score+size").column(TABLE, NO_PROXIES);
    assertThat(values(ranks, 0, 1, 2, 3, 4))
        .containsExactly(
            0.5 / 4 + 1, 2 / 4.0 + 0, 3.5 / 4 + 3 / 4.0, 3.5 / 4 + 1 / 4.0, 0.5 / 4 + 2 / 4.0);
  }

  @Test
  void ranksAmongTheRowsThatAreLookedAtTogether() {
    Column ranks = sum("score+size").column(TABLE, NO_PROXIES, new int[] {1, 2, 4});
    assertThat(values(ranks, 1, 2, 4)).containsExactly(0.5 + 0, 1 + 1, 0 + 0.5);
    assertThat(ranks.has(0)).isFalse();
    assertThatExceptionOfType(MissingRecordException.class).isThrownBy(() -> ranks.value(0));
  }

  @Test
  void costsTheSecondsOfItsMembers() {
    Objective objective = sum("score+size").objective(TABLE, NO_PROXIES);
    assertThat(objective.evaluate(TABLE.architecture(2))).isEqualTo(new Evaluation(1.625, 3));
    assertThat(objective.costLine()).contains(CostLine.PROXY);
    assertThat(objective.description())
        .isEqualTo(
            "score+size (sum of ranks among all architectures), cost: the seconds of its members; 0"
                + " for size, unknown");
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(sum("score+flops:cifar100")).hasToString("score+flops:cifar100");
    assertThat(sum("a+b")).isEqualTo(sum("a+b"));
  }

  @Test
  void namesTheFirstMemberThatIsMissing() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(() -> sum("size+ghost+phantom").objective(TABLE, NO_PROXIES))
        .withMessageContaining("(ghost)");
  }

  @Test
  void hasNoAccuraciesAndNoEmptyMembers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sum("size+cifar10:test:200"))
        .withMessageContaining("(cifar10:test:200)");
    assertThatIllegalArgumentException().isThrownBy(() -> sum("size+"));
  }

  @Test
  void ofOneRowIsNothing() {
    Column ranks = sum("score+size").column(TABLE, NO_PROXIES, new int[] {3});
    assertThat(ranks.value(3)).isZero();
  }
}
