package org.nasbench4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureTest {
  private static final Schedule LONG = new Schedule(200);

  private static final List<Training> TRAININGS =
      List.of(
          Training.CIFAR10_HALF,
          Training.CIFAR10_ALL,
          Training.CIFAR10_40K,
          Training.CIFAR100,
          Training.IMAGENET16_120,
          Training.FASHION_MNIST_14);

  static Stream<Arguments> trainingsAndSplits() {
    return TRAININGS.stream()
        .flatMap(training -> Stream.of(Split.values()).map(split -> Arguments.of(training, split)));
  }

  /**
   * The benchmarks' own list: CIFAR-10 has no validation images once all 50,000 were trained on.
   */
  private static boolean exists(Training training, Split split) {
    return switch (split) {
      case TRAIN, TEST -> true;
      case VALID -> !training.equals(Training.CIFAR10_ALL);
      case VALID_AND_TEST ->
          training.equals(Training.CIFAR100) || training.equals(Training.IMAGENET16_120);
    };
  }

  @ParameterizedTest
  @MethodSource("trainingsAndSplits")
  void existsOnlyForTheSplitsOfItsTraining(Training training, Split split) {
    assertThat(training.splits().contains(split)).isEqualTo(exists(training, split));
    if (exists(training, split)) {
      assertThat(Measure.atEnd(training, split, LONG).split()).isEqualTo(split);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Measure.atEnd(training, split, LONG))
          .withMessageContaining("The splits of " + training.id() + " are: train");
    }
  }

  @Test
  void saysWhyCifar10TrainedOnAllHasNoValidationAccuracy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.atEnd(Training.CIFAR10_ALL, Split.VALID, LONG))
        .withMessageContaining("no validation accuracy")
        .withMessageContaining("cifar10-half")
        .withMessageContaining("The splits of cifar10-all are: train, test.");
  }

  @Test
  void namesTheMissingSplitAndThoseThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.atEnd(Training.CIFAR10_HALF, Split.VALID_AND_TEST, LONG))
        .withMessage(
            "cifar10-half has no split (valid+test). The splits of cifar10-half are: train, valid,"
                + " test.");
  }

  @ParameterizedTest
  @CsvSource({
    "CIFAR10, TRAIN",
    "CIFAR100, TRAIN_HALF",
    "CIFAR100, TRAIN_AND_VALID",
    "IMAGENET16_120, TRAIN_HALF",
    "IMAGENET16_120, TRAIN_AND_VALID"
  })
  void aTrainingThatNobodyDidCannotBeNamed(DatasetId dataset, TrainingSet set) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Training(dataset, set))
        .withMessageContaining(dataset.id())
        .withMessageContaining(set.name())
        .withMessageContaining("Use TRAIN");
  }

  @ParameterizedTest
  @CsvSource({
    "CIFAR10, TRAIN, cifar10-half",
    "CIFAR10, VALID, cifar10-half",
    "CIFAR10, TEST, cifar10-all",
    "CIFAR100, VALID, cifar100",
    "CIFAR100, TEST, cifar100",
    "CIFAR100, VALID_AND_TEST, cifar100",
    "IMAGENET16_120, TEST, imagenet16-120",
    "FASHION_MNIST_14, TEST, fashion-mnist-14"
  })
  void theConventionOfThePapersPicksTheTraining(DatasetId dataset, Split split, String training) {
    assertThat(Training.byConvention(dataset, split).id()).isEqualTo(training);
  }

  @Test
  void aTableOfNasBench101IsAskedForItsOwnTraining() {
    Set<Training> held = Set.of(Training.CIFAR10_40K);
    assertThat(Training.byConvention(DatasetId.CIFAR10, Split.TEST, held))
        .isEqualTo(Training.CIFAR10_40K);
    assertThat(Training.byConvention(DatasetId.CIFAR10, Split.TEST, Set.of()))
        .isEqualTo(Training.CIFAR10_ALL);
    assertThat(Training.byConvention(DatasetId.CIFAR100, Split.TEST, held))
        .isEqualTo(Training.CIFAR100);
  }

  @Test
  void trainingsAreReadBackInAnyCase() {
    for (Training training : TRAININGS) {
      assertThat(Training.parse(training.id())).isEqualTo(training);
    }
    assertThat(Training.parse("CIFAR10-All")).isEqualTo(Training.CIFAR10_ALL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Training.parse("cifar10"))
        .withMessageContaining("(cifar10)")
        .withMessageContaining(
            "cifar10-half, cifar10-all, cifar10-40k, cifar100, imagenet16-120, fashion-mnist-14");
  }

  @ParameterizedTest
  @EnumSource
  void datasetsAreReadBackInAnyCase(DatasetId dataset) {
    assertThat(DatasetId.parse(dataset.id())).isEqualTo(dataset);
    assertThat(DatasetId.parse(dataset.name().replace('_', '-'))).isEqualTo(dataset);
  }

  @ParameterizedTest
  @EnumSource
  void splitsAreReadBack(Split split) {
    assertThat(Split.parse(split.id())).isEqualTo(split);
  }

  @Test
  void epochsOfALongScheduleCountFrom0To199() {
    assertThat(new Fidelity(LONG, 199).isEnd()).isTrue();
    assertThat(new Fidelity(LONG, 199)).isEqualTo(Fidelity.endOf(LONG)).hasToString("200");
    assertThat(new Fidelity(LONG, 0).trainedEpochs()).isEqualTo(1);
    assertThat(new Fidelity(LONG, 99)).hasToString("200@99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fidelity(LONG, 200))
        .withMessageContaining("(200)")
        .withMessageContaining("0..199")
        .withMessageContaining("count from 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Fidelity(LONG, -1));
  }

  @Test
  void aScheduleHasAtLeastOneEpoch() {
    assertThat(Schedule.parse("1")).isEqualTo(new Schedule(1)).isLessThan(LONG);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse("0"))
        .withMessageContaining("at least one epoch");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse("12e"))
        .withMessageContaining("(12e)")
        .withMessageContaining("12 or 200");
  }
}
