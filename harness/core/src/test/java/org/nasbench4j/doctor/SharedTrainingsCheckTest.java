package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class SharedTrainingsCheckTest {
  private static ArrayTable trained(
      ArrayTable table, String measure, IntUnaryOperator first, IntUnaryOperator second) {
    return table
        .withAccuracy(measure + ":777", 5_000, Examined.counts(table, first))
        .withAccuracy(measure + ":888", 5_000, Examined.counts(table, second));
  }

  private static List<Finding> found(IntUnaryOperator first, IntUnaryOperator second) {
    ArrayTable valid = trained(Examined.table(), "cifar100:valid:200", first, second);
    return Examined.by(
        new SharedTrainingsCheck(), trained(valid, "cifar100:test:200", first, second));
  }

  @Test
  void trainingsOfTheirOwnAreFine() {
    assertThat(found(row -> 3_000 + row, row -> 3_100 + row)).isEmpty();
  }

  @Test
  void networksThatGuessShareNothingButThat() {
    assertThat(found(row -> 50, row -> 50)).isEmpty();
  }

  @Test
  void oneMeasureOfTwoSeedsMayAgreeByChance() {
    ArrayTable table = trained(Examined.table(), "cifar100:valid:200", row -> 3_000, row -> 3_100);
    assertThat(Examined.by(new SharedTrainingsCheck(), table)).isEmpty();
  }

  @Test
  void equalTrainingsUnderEqualSeedsAreNoted() {
    assertThat(found(row -> 3_000 + row / 2, row -> 3_100 + row / 2))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.subject()).isEqualTo("200 epochs");
              assertThat(finding.found().count()).isEqualTo(40);
            });
  }

  @Test
  void equalTrainingsUnderOtherSeedsAreAWarning() {
    assertThat(found(row -> row == 7 ? 3_100 : 3_000 + row, row -> row == 7 ? 3_000 : 3_100 + row))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().examples()).containsExactly("tiny[0]", "tiny[7]");
            });
  }
}
