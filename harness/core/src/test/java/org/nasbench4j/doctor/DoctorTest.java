package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.ImportProgress;

class DoctorTest {
  private static Diagnosis examine(ArrayTable table) {
    return new Doctor().examine(table, ImportProgress.SILENT);
  }

  private static ArrayTable sick() {
    ArrayTable table = Examined.table();
    int[] counts = Examined.counts(table, row -> 3_001 + row);
    return table
        .withAccuracy("cifar100:valid:200", 5_000, counts)
        .withAccuracy("cifar100:test:200", 5_000, counts)
        .withAccuracy(
            "cifar100:valid+test:200", 10_000, Examined.counts(table, row -> 6_003 + row));
  }

  private static ArrayTable healthy() {
    return Examined.table().withColumn("proxy", new double[Examined.ROWS]);
  }

  @Test
  void aTableOfFiniteNumbersIsHealthy() {
    Diagnosis diagnosis = examine(healthy());
    assertThat(diagnosis.findings()).isEmpty();
    assertThat(diagnosis.hasAtLeast(Severity.NOTE)).isFalse();
  }

  @Test
  void anEmptyTableIsNotHealthy() {
    assertThat(examine(Examined.table()).count(Severity.ERROR)).isEqualTo(1);
  }

  @Test
  void theWorstComesFirst() {
    Diagnosis diagnosis = examine(sick());
    assertThat(diagnosis.findings())
        .extracting(Finding::severity)
        .isSorted()
        .startsWith(Severity.ERROR)
        .endsWith(Severity.NOTE);
    assertThat(diagnosis.count(Severity.ERROR)).isEqualTo(1);
    assertThat(diagnosis.hasAtLeast(Severity.ERROR)).isTrue();
    assertThat(diagnosis.findings())
        .extracting(Finding::check)
        .allMatch(diagnosis.checks()::contains);
  }

  @Test
  void aTableOfWarningsHasNoErrors() {
    Diagnosis diagnosis = examine(healthy().withRows(3));
    assertThat(diagnosis.hasAtLeast(Severity.ERROR)).isFalse();
    assertThat(diagnosis.hasAtLeast(Severity.WARNING)).isTrue();
    assertThat(diagnosis.hasAtLeast(Severity.NOTE)).isTrue();
  }

  @Test
  void progressCountsTheChecks() {
    List<String> told = new ArrayList<>();
    Doctor doctor = new Doctor();
    doctor.examine(Examined.table(), (done, total) -> told.add(done + "/" + total));
    int checks = doctor.checks().size();
    assertThat(told).hasSize(checks + 1).startsWith("0/" + checks).endsWith(checks + "/" + checks);
  }
}
