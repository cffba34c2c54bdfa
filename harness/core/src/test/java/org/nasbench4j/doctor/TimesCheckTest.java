package org.nasbench4j.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

class TimesCheckTest {
  private static final Schedule LONG = new Schedule(200);
  private static final Training CIFAR100 = Training.CIFAR100;
  private static final Training IMAGENET = Training.IMAGENET16_120;

  private static double[] seconds(IntToDoubleFunction value) {
    double[] seconds = new double[Examined.ROWS];
    Arrays.setAll(seconds, value);
    return seconds;
  }

  private static ArrayTable trained(String... queries) {
    ArrayTable table = Examined.table();
    for (String query : queries) {
      table = table.withAccuracy(query, 5_000, Examined.counts(table, row -> 3_000));
    }
    return table;
  }

  private static List<Finding> found(ArrayTable table) {
    return Examined.by(new TimesCheck(), table);
  }

  @Test
  void timesOfTheirOwnAreFine() {
    ArrayTable table =
        trained("cifar100:valid:200", "imagenet16-120:valid:200")
            .withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row))
            .withEpochSeconds(IMAGENET, LONG, seconds(row -> 70 + row * row))
            .withPassSeconds(CIFAR100, Split.VALID, LONG, seconds(row -> 1))
            .withPassSeconds(IMAGENET, Split.VALID, LONG, seconds(row -> 2));
    assertThat(found(table)).isEmpty();
  }

  // As in NAS-Bench-201: 151,700 images cost 6.068 times 25,000.
  @Test
  void oneConstantMultipleOfAnotherIsDerived() {
    ArrayTable table =
        trained("cifar100:test:200", "imagenet16-120:test:200")
            .withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row))
            .withEpochSeconds(IMAGENET, LONG, seconds(row -> 6.068 * (10 + row)));
    assertThat(found(table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.subject()).isEqualTo("imagenet16-120:200");
              assertThat(finding.found().examples())
                  .containsExactly("6.068 times those of cifar100:200");
            });
  }

  @Test
  void anEpochOfAnotherScheduleAtTheSameTimeIsDerived() {
    ArrayTable table =
        trained("cifar100:test:12", "cifar100:test:200")
            .withEpochSeconds(CIFAR100, new Schedule(12), seconds(row -> 10 + row))
            .withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row));
    assertThat(found(table))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.found().examples())
                    .containsExactly("1 times those of cifar100:12"));
  }

  // As in NATS-Bench's size space: one time for each data set, shared by its schedules.
  @Test
  void eachTimeIsHeldAgainstAllThatWereMeasured() {
    Schedule brief = new Schedule(12);
    ArrayTable table =
        trained(
                "cifar100:test:12",
                "cifar100:test:200",
                "imagenet16-120:test:12",
                "imagenet16-120:test:200")
            .withEpochSeconds(CIFAR100, brief, seconds(row -> 10 + row))
            .withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row))
            .withEpochSeconds(IMAGENET, brief, seconds(row -> 70 + row * row))
            .withEpochSeconds(IMAGENET, LONG, seconds(row -> 70 + row * row));
    assertThat(found(table).stream().map(finding -> finding.found().examples().get(0)))
        .containsExactly("1 times those of cifar100:12", "1 times those of imagenet16-120:12");
  }

  @Test
  void oneTimeForAllSeedsIsNoted() {
    ArrayTable table = trained("cifar100:test:200:777", "cifar100:test:200:888");
    ArrayTable constant = table.withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row));
    assertThat(found(constant))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.meaning()).contains("not a log");
            });
    ArrayTable logged =
        constant.withEpochSecondsOfSeed(CIFAR100, LONG, 888, seconds(row -> 11 + row));
    assertThat(found(logged)).isEmpty();
  }

  @Test
  void absentTimesAreNoted() {
    assertThat(found(trained("cifar100:test:200")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.meaning()).contains("No training time"));
    ArrayTable trainingOnly =
        trained("cifar100:valid:200").withEpochSeconds(CIFAR100, LONG, seconds(row -> 10 + row));
    assertThat(found(trainingOnly))
        .singleElement()
        .satisfies(finding -> assertThat(finding.meaning()).contains("No time of an evaluation"));
  }

  @Test
  void timesThatAreNotPositiveAreAnError() {
    ArrayTable table =
        trained("cifar100:test:200").withEpochSeconds(CIFAR100, LONG, seconds(row -> row - 1));
    assertThat(found(table))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.found().count()).isEqualTo(2);
              assertThat(finding.found().examples())
                  .containsExactly("tiny[0]: -200.0 s", "tiny[1]: 0.0 s");
            });
  }
}
