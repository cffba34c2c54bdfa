package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class RepeatedTrainingsCheckTest {
  private static final List<String> IMAGES =
      List.of("cifar100:valid:200", "cifar100:test:200", "cifar10-half:valid:200");

  private static List<Finding> found(
      List<String> images, IntUnaryOperator first, IntUnaryOperator second) {
    ArrayTable table = Examined.table();
    for (String measure : images) {
      table =
          table
              .withAccuracy(measure + ":777", 5_000, Examined.counts(table, first))
              .withAccuracy(measure + ":999", 5_000, Examined.counts(table, second));
    }
    return Examined.by(new RepeatedTrainingsCheck(), table);
  }

  @Test
  void trainingsOfTheirOwnAreFine() {
    assertThat(found(IMAGES, row -> 3_000 + row, row -> 3_100 + row)).isEmpty();
  }

  @Test
  void networksThatGuessRepeatNothing() {
    assertThat(found(IMAGES, row -> 50, row -> 50)).isEmpty();
  }

  @Test
  void equalCountsOnFewImagesAreChance() {
    assertThat(found(IMAGES.subList(0, 2), row -> 3_000, row -> 3_000)).isEmpty();
  }

  @Test
  void oneTrainingUnderTwoSeedsIsAWarning() {
    assertThat(found(IMAGES, row -> 3_000 + row, row -> row == 4 ? 3_004 : 3_100 + row))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().examples()).containsExactly("tiny[4]");
            });
  }

  @Test
  void oneTrainingOfTwoArchitecturesIsNoted() {
    assertThat(found(IMAGES, row -> 3_000 + row, row -> row == 4 ? 3_009 : 3_100 + row))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.subject()).isEqualTo("200 epochs");
              assertThat(finding.found().examples()).containsExactly("tiny[4]", "tiny[9]");
            });
  }
}
