package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.Origin;

class DerivedAccuraciesCheckTest {
  private static ArrayTable derived(Origin origin) {
    ArrayTable table = Examined.table();
    return table.withAccuracy(
        "cifar100:test:200:777", 5_000, origin, Examined.counts(table, row -> 3_000 + row));
  }

  private static ArrayTable withPublishedMean(int more) {
    ArrayTable table = derived(Origin.DERIVED);
    return table.withAccuracy(
        "cifar100:test:200:mean",
        5_000,
        Examined.counts(table, row -> 3_000 + row + (row < 2 ? more : 0)));
  }

  @Test
  void measuredAccuraciesAreFine() {
    assertThat(Examined.by(new DerivedAccuraciesCheck(), derived(Origin.MEASURED))).isEmpty();
  }

  @Test
  void derivedAccuraciesWithTheirPublishedMeanAreNoted() {
    assertThat(Examined.by(new DerivedAccuraciesCheck(), withPublishedMean(0)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
  }

  @Test
  void anotherPublishedMeanIsAWarning() {
    assertThat(Examined.by(new DerivedAccuraciesCheck(), withPublishedMean(1)))
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.found().count()).isEqualTo(2);
              assertThat(finding.found().examples().get(0))
                  .isEqualTo("tiny[0]: derived 3000/5000, published 3001/5000");
            });
  }
}
