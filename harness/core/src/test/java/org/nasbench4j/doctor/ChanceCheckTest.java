package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;

class ChanceCheckTest {
  /** The first cells have no edge but into node 3 from node 2, which nothing reaches. */
  private static final int DISCONNECTED = 5;

  private static List<Finding> found(ArrayTable table, int failing, int of) {
    return Examined.by(
        new ChanceCheck(),
        table.withAccuracy(
            "cifar10-all:test:200",
            10_000,
            Examined.counts(table, row -> row < failing ? of : 9_000)));
  }

  @Test
  void networksThatLearnedAreFine() {
    assertThat(found(Examined.table(), 0, 0)).isEmpty();
    assertThat(found(Examined.table(), 2, 1_200)).isEmpty();
  }

  @Test
  void tenPercentCellsAreCounted() {
    assertThat(found(Examined.table(), 2, 1_000))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.found().count()).isEqualTo(2);
              assertThat(finding.found().examples())
                  .containsExactly("tiny[0]: 10.00 %", "tiny[1]: 10.00 %");
            });
  }

  // 3 standard deviations of 10,000 guesses among ten classes are 0.9 points.
  @Test
  void luckyGuessesCountAsGuesses() {
    assertThat(found(Examined.table(), 1, 1_090)).hasSize(1);
    assertThat(found(Examined.table(), 1, 1_091)).isEmpty();
  }

  @Test
  void aTrainingThatFailedBesideOneThatDidNotIsNamed() {
    ArrayTable table = Examined.table();
    table =
        table
            .withAccuracy("imagenet16-120:test:200:777", 3_000, Examined.counts(table, row -> 900))
            .withAccuracy(
                "imagenet16-120:test:200:888",
                3_000,
                Examined.counts(table, row -> row == 7 ? 25 : 900));
    assertThat(Examined.by(new ChanceCheck(), table))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.found().examples())
                    .containsExactly("tiny[7]: 0.83 % of seed 888"));
  }

  @Test
  void disconnectedCellsAndFailedTrainingsAreToldApart() {
    ArrayTable table = Examined.cells().withRows(30);
    assertThat(found(table, 26, 1_000))
        .satisfiesExactly(
            disconnected -> {
              assertThat(disconnected.meaning()).contains("No path");
              assertThat(disconnected.found().count()).isEqualTo(25);
            },
            failed -> {
              assertThat(failed.meaning()).contains("could learn");
              assertThat(failed.found().count()).isEqualTo(1);
            });
  }

  @Test
  void disconnectedCellsThatLearnedAreAnError() {
    ArrayTable table = Examined.cells().withRows(DISCONNECTED);
    assertThat(found(table, DISCONNECTED, 1_000))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    assertThat(found(table, 0, 0))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.found().count()).isEqualTo(DISCONNECTED);
              assertThat(finding.meaning()).contains("mixed up");
            });
  }
}
