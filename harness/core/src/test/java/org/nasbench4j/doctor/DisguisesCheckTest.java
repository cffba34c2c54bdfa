package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class DisguisesCheckTest {
  private static List<Finding> found(IntToDoubleFunction value) {
    ArrayTable table = Examined.table();
    double[] column = new double[table.rows()];
    Arrays.setAll(column, value);
    return Examined.by(
        new DisguisesCheck(),
        table
            .withAccuracy(
                "cifar100:test:200:888", 5_000, Examined.counts(table, row -> 3_000 + row))
            .withColumn("proxy", column));
  }

  @Test
  void aProxyIsNoAccuracy() {
    assertThat(found(row -> row)).isEmpty();
  }

  @Test
  void testAccuraciesUnderTheNameOfAProxyAreAnError() {
    assertThat(found(row -> (3_000 + row) / 50.0))
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
        .extracting(Finding::subject)
        .containsExactly("proxy and cifar100:test:200:mean", "proxy and cifar100:test:200:888");
  }

  @Test
  void fractionsAreAccuraciesToo() {
    assertThat(found(row -> (3_000 + row) / 5_000.0)).hasSize(2);
  }
}
