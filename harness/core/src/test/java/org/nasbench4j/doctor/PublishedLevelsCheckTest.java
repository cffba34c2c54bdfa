package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

/**
 * The best of NAS-Bench-201 on CIFAR-10's test images are 94.37 % after 200 epochs, 89.16 % after
 * 12.
 */
class PublishedLevelsCheckTest {
  private static ArrayTable best(ArrayTable table, int correct) {
    return table.withAccuracy(
        "cifar10-all:test:200", 10_000, Examined.counts(table, row -> row == 9 ? correct : 5_000));
  }

  @Test
  void theBestOf200EpochsIsFine() {
    assertThat(Examined.by(new PublishedLevelsCheck(), best(Examined.cells(), 9_437))).isEmpty();
  }

  @Test
  void theBestOf12EpochsUnderTheNameOf200IsAnError() {
    assertThat(Examined.by(new PublishedLevelsCheck(), best(Examined.cells(), 8_916)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.found().examples().get(0)).contains("89.16 %", "94.37 %");
            });
  }

  @Test
  void aPartOfTheTableSaysNothing() {
    ArrayTable some = Examined.cells().withRows(100);
    assertThat(Examined.by(new PublishedLevelsCheck(), best(some, 8_916))).isEmpty();
  }

  @Test
  void otherSpacesSayNothing() {
    assertThat(Examined.by(new PublishedLevelsCheck(), best(Examined.table(), 8_916))).isEmpty();
  }
}
