package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class CompletenessCheckTest {
  private static double[] column(double... first) {
    double[] values = Arrays.copyOf(first, Examined.ROWS);
    return values;
  }

  @Test
  void aWholeTableOfFiniteNumbersIsComplete() {
    ArrayTable table = Examined.table().withColumn("proxy", column(1, 2, 3));
    assertThat(Examined.by(new CompletenessCheck(), table)).isEmpty();
  }

  @Test
  void aTableWithoutAnyValueIsAnError() {
    ArrayTable empty = Examined.table();
    double[] absent = new double[Examined.ROWS];
    Arrays.fill(absent, Double.NaN);
    for (ArrayTable table : List.of(empty, empty.withColumn("proxy", absent))) {
      assertThat(Examined.by(new CompletenessCheck(), table))
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.subject()).isEqualTo("table");
                assertThat(finding.found().count()).isEqualTo(Examined.ROWS);
              });
    }
    assertThat(
            Examined.by(
                new CompletenessCheck(),
                empty.withAccuracy("cifar100:valid:200", 5_000, Examined.counts(empty, row -> 7))))
        .isEmpty();
  }

  @Test
  void architecturesThatAreNotThereAreCounted() {
    Finding finding = Examined.by(new CompletenessCheck(), Examined.table().withRows(30)).get(0);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.subject()).isEqualTo("table");
    assertThat(finding.found().count()).isEqualTo(10);
    assertThat(finding.found().of()).isEqualTo(40);
  }

  @Test
  void absentInfiniteAndLargeValuesAreToldApart() {
    ArrayTable table =
        Examined.table()
            .withColumn("proxy", column(Double.NaN, Double.NEGATIVE_INFINITY, 5.9e66, Double.NaN));
    assertThat(Examined.by(new CompletenessCheck(), table))
        .satisfiesExactly(
            absent -> {
              assertThat(absent.severity()).isEqualTo(Severity.NOTE);
              assertThat(absent.found().count()).isEqualTo(2);
              assertThat(absent.found().examples()).containsExactly("tiny[0]", "tiny[3]");
            },
            infinite -> {
              assertThat(infinite.severity()).isEqualTo(Severity.WARNING);
              assertThat(infinite.found().examples()).containsExactly("tiny[1] has -Infinity");
            },
            large -> {
              assertThat(large.severity()).isEqualTo(Severity.NOTE);
              assertThat(large.found().examples()).containsExactly("tiny[2] has 5.9E+66");
            });
  }
}
