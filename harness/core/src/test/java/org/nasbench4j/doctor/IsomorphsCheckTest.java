package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.TableContent;

/** Of the first 30 cells, 25 are disconnected and 5 hand their input on: two classes. */
class IsomorphsCheckTest {
  private static final ArrayTable CELLS = Examined.cells().withRows(30);
  private static final int FIRST_IDENTITY = 25;

  private static List<Finding> found(ArrayTable table) {
    return Examined.by(new IsomorphsCheck(), table);
  }

  private static ArrayTable trained(int seed, IntUnaryOperator correct) {
    return CELLS.withAccuracy("cifar100:valid:200:" + seed, 5_000, Examined.counts(CELLS, correct));
  }

  private static int index(int row) {
    return new Nb201Space().index(CELLS.architecture(row));
  }

  @Test
  void otherSpacesHaveNoFunctionClasses() {
    ArrayTable table = Examined.table();
    table = table.withAccuracy("cifar100:valid:200", 5_000, Examined.counts(table, row -> row));
    assertThat(found(table)).isEmpty();
  }

  @Test
  void cellsOfDifferentFunctionsHaveNothingToCompare() {
    ArrayTable one = Examined.cells().withRows(1);
    assertThat(found(one.withAccuracy("cifar100:valid:200", 5_000, 50))).isEmpty();
  }

  @Test
  void equalCellsWithDifferentRecordsAreCountedAndTheWidestIsNamed() {
    ArrayTable table =
        trained(777, row -> row < FIRST_IDENTITY ? 50 : row == FIRST_IDENTITY ? 2_500 : 2_000);
    assertThat(found(table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.found().count()).isEqualTo(1);
              assertThat(finding.found().of()).isEqualTo(2);
              assertThat(finding.found().examples())
                  .containsExactly(
                      "widest: %d has 50.00 %% and %d has 40.00 %%"
                          .formatted(index(FIRST_IDENTITY), index(FIRST_IDENTITY + 1)));
            });
  }

  @Test
  void recordsThatWereCopiedAreSaidToBe() {
    ArrayTable table = trained(777, row -> row < FIRST_IDENTITY ? 50 : 2_500);
    assertThat(found(table))
        .singleElement()
        .satisfies(finding -> assertThat(finding.meaning()).contains("trained once, or copied"));
  }

  @Test
  void equalCellsThatWereTrainedMoreOrLessOftenAreNoted() {
    ArrayTable table =
        trained(777, row -> 2_500)
            .withAccuracy(
                "cifar100:valid:200:888",
                5_000,
                Examined.counts(CELLS, row -> row == 0 ? TableContent.ABSENT : 2_500));
    assertThat(found(table))
        .filteredOn(finding -> finding.meaning().contains("more often"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.found().examples())
                    .containsExactly("%d 2 times and %d 1 times".formatted(index(1), index(0))));
  }

  @Test
  void equalCellsOfDifferentSizeAreNoted() {
    double[] parameters = new double[CELLS.rows()];
    parameters[FIRST_IDENTITY + 2] = 1;
    assertThat(found(CELLS.withColumn("params", parameters)))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.meaning())
                    .contains("convolutions that lead nowhere are counted"));
  }

  // 301011 uses one convolution twice, 030301 has two: one official string.
  @Test
  void stringsThatMergeFunctionsAreNoted() {
    assertThat(found(Examined.cells()))
        .filteredOn(finding -> finding.found().unit().equals("strings"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.found().count()).isPositive());
  }
}
