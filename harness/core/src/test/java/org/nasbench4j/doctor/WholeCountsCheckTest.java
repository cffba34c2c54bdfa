package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class WholeCountsCheckTest {
  private static double[] column(IntToDoubleFunction value) {
    double[] values = new double[Examined.ROWS];
    Arrays.setAll(values, value);
    return values;
  }

  @Test
  void countsOfTheOfficialImagesAreFine() {
    ArrayTable table = Examined.table();
    table =
        table
            .withAccuracy("cifar100:test:200", 5_000, Examined.counts(table, row -> 3_000 + row))
            .withAccuracy(
                "cifar10-half:valid:12", 25_000, Examined.counts(table, row -> 9_001 + row))
            .withColumn("synflow", column(row -> row / 7.0));
    assertThat(Examined.by(new WholeCountsCheck(), table)).isEmpty();
  }

  // NAS-Bench-101 evaluated 39 whole batches of 256 images.
  @Test
  void anotherNumberOfImagesIsNoted() {
    ArrayTable table = Examined.table();
    table =
        table.withAccuracy(
            "cifar10-40k:test:108", 9_984, Examined.counts(table, row -> 9_000 + row));
    assertThat(Examined.by(new WholeCountsCheck(), table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.found().count()).isEqualTo(9_984);
              assertThat(finding.found().of()).isEqualTo(10_000);
            });
  }

  @Test
  void countsThatShareAFactorWereRounded() {
    ArrayTable table = Examined.table();
    table =
        table.withAccuracy(
            "cifar10-half:valid:12", 25_000, Examined.counts(table, row -> 250 * (row + 40)));
    assertThat(Examined.by(new WholeCountsCheck(), table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().examples())
                  .containsExactly("all counts are multiples of 250");
            });
  }

  @Test
  void aFewEqualCountsAreNoEvidenceOfRounding() {
    ArrayTable table = Examined.table();
    table =
        table.withAccuracy(
            "cifar100:test:200", 5_000, Examined.counts(table, row -> 50 * (row % 9)));
    assertThat(Examined.by(new WholeCountsCheck(), table)).isEmpty();
  }

  @Test
  void aColumnOfWholeCountsIsAnAccuracyWithoutAName() {
    ArrayTable table =
        Examined.table().withColumn("val-acc-suite-zero", column(row -> (9_000 + row) / 100.0));
    assertThat(Examined.by(new WholeCountsCheck(), table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.meaning()).contains("nothing says of which split");
            });
  }

  @Test
  void aColumnOfOtherNumbersIsNoAccuracyOfAnySplit() {
    ArrayTable table =
        Examined.table().withColumn("test-accuracy", column(row -> 70 + Math.sqrt(row + 2.0)));
    assertThat(Examined.by(new WholeCountsCheck(), table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().count()).isGreaterThan(30);
            });
  }
}
