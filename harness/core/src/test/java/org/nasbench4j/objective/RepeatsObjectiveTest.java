package org.nasbench4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.Quantity;
import org.nasbench4j.search.TinySpace;
import org.nasbench4j.space.Architecture;
import org.nasbench4j.table.ArrayTable;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Schedule;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.Training;

/** The first network has the repeats 10, 20 and 60 %, which took 1, 2 and 6 seconds. */
class RepeatsObjectiveTest {
  private static final Schedule SCHEDULE = new Schedule(108);
  private static final Training TRAINING = Training.CIFAR10_40K;
  private static final ArrayTable MEANS =
      ArrayTable.of(TinySpace.of(2)).withAccuracy("cifar10-40k:valid:108", 300, 90, 90);
  private static final ArrayTable TABLE =
      MEANS
          .withAccuracy("cifar10-40k:valid:108:0", 100, 10, 10)
          .withAccuracy("cifar10-40k:valid:108:1", 100, 20, 20)
          .withAccuracy("cifar10-40k:valid:108:2", 100, 60, TableContent.ABSENT)
          .withEpochSecondsOfSeed(TRAINING, SCHEDULE, 0, 1 / 108.0, 1)
          .withEpochSecondsOfSeed(TRAINING, SCHEDULE, 1, 2 / 108.0, 1)
          .withEpochSecondsOfSeed(TRAINING, SCHEDULE, 2, 6 / 108.0, 1);
  private static final Architecture CELL = TABLE.architecture(0);
  private static final Architecture SECOND = TABLE.architecture(1);

  private static Objective objective(String search) {
    return Quantity.parse(search).objective(TABLE, new ProxyCatalog(List.of()));
  }

  @Test
  void aRandomRepeatIsOneOfThemWithItsOwnCost() {
    Objective objective = objective("cifar10-40k:valid:108:random");
    Random random = new Random(1);
    List<Evaluation> looks =
        IntStream.range(0, 3_000).mapToObj(i -> objective.evaluate(CELL, random)).toList();
    assertThat(looks)
        .allSatisfy(look -> assertThat(look.seconds()).isEqualTo(look.value() / 10, within(1e-12)))
        .extracting(Evaluation::value)
        .contains(10.0, 20.0, 60.0);
    // Each is drawn a third of the time; the standard deviation of a count is 26.
    assertThat(looks.stream().filter(look -> look.value() == 20).count()).isBetween(870L, 1_130L);
    assertThat(objective.isAffordableEverywhere()).isFalse();
    assertThat(objective.description()).contains("drawn", "training only");
  }

  @Test
  void withoutRandomnessARandomRepeatIsWhatIsExpected() {
    Evaluation expected = objective("cifar10-40k:valid:108:random").evaluate(CELL);
    assertThat(expected.value()).isEqualTo(30, within(1e-12));
    assertThat(expected.seconds()).isEqualTo(3, within(1e-12));
  }

  @Test
  void aRepeatThatIsAbsentIsNeverDrawn() {
    Objective objective = objective("cifar10-40k:valid:108:random");
    Random random = new Random(2);
    assertThat(IntStream.range(0, 100).mapToObj(i -> objective.evaluate(SECOND, random)))
        .extracting(Evaluation::value)
        .containsOnly(10.0, 20.0);
  }

  @Test
  void allRepeatsArePaid() {
    Objective objective = objective("cifar10-40k:valid:108:all");
    Evaluation all = objective.evaluate(CELL, new Random(1));
    assertThat(all.value()).isEqualTo(30, within(1e-12));
    assertThat(all.seconds()).isEqualTo(9, within(1e-12));
    assertThat(objective.costLine()).contains(CostLine.SIMULATED_TRAINING);
    assertThat(objective.scale()).isEqualTo(ValueScale.PERCENT);
  }

  @Test
  void aMeanAloneHasNoRepeats() {
    assertThatExceptionOfType(MissingRecordException.class)
        .isThrownBy(
            () ->
                Quantity.parse("cifar10-40k:valid:108:random")
                    .objective(MEANS, new ProxyCatalog(List.of())))
        .withMessageContaining("only the mean");
  }

  @Test
  void aSearchIsReadBack() {
    for (String search : List.of("random", "all", "mean", "2")) {
      String text = "cifar10-40k:valid:108:" + search;
      assertThat(Quantity.parse(text)).hasToString(text).isEqualTo(Quantity.parse(text));
    }
  }
}
