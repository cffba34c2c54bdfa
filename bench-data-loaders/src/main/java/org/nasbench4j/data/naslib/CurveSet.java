package org.nasbench4j.data.naslib;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * The keys under which NASLib's records have curves, with what the curves truly are. NASLib took
 * the evaluations of NAS-Bench-201's records in the order in which they stand there: one for each
 * epoch, of what was evaluated at each epoch, and sometimes, behind them, those of other images
 * after the last epoch.
 */
enum CurveSet {
  /** Trained on one half, evaluated on the other; the test images only at the end. */
  CIFAR10(
      "cifar10-valid",
      Training.CIFAR10_HALF,
      25_000,
      List.of(new Images(Split.VALID, 25_000), new Images(Split.TEST, 10_000))),
  /** The official test images at each epoch; the two halves of them only at the end. */
  CIFAR100(
      "cifar100",
      Training.CIFAR100,
      50_000,
      List.of(
          new Images(Split.VALID_AND_TEST, 10_000),
          new Images(Split.VALID, 5_000),
          new Images(Split.TEST, 5_000))),
  /** As CIFAR-100. */
  IMAGENET16_120(
      "ImageNet16-120",
      Training.IMAGENET16_120,
      151_700,
      List.of(
          new Images(Split.VALID_AND_TEST, 6_000),
          new Images(Split.VALID, 3_000),
          new Images(Split.TEST, 3_000)));

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // a record of enums
  private final Training training;

  private final int trainImages;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Images> evaluated;

  CurveSet(String key, Training training, int trainImages, List<Images> evaluated) {
    this.key = key;
    this.training = training;
    this.trainImages = trainImages;
    this.evaluated = evaluated;
  }

  /**
   * Images that a network was measured on.
   *
   * @param split which
   * @param count how many
   */
  record Images(Split split, int count) {}

  static Optional<CurveSet> of(String key) {
    return Arrays.stream(values()).filter(set -> set.key.equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(CurveSet::key).collect(Collectors.joining(", "));
  }

  String key() {
    return key;
  }

  Training training() {
    return training;
  }

  Images trained() {
    return new Images(Split.TRAIN, trainImages);
  }

  // What was evaluated at each epoch.
  Images everyEpoch() {
    return evaluated.get(0);
  }

  // What the values behind those of the epochs are, if there are any.
  List<Images> atTheEnd() {
    return evaluated.subList(1, evaluated.size());
  }

  // Whether the images of all epochs are those of the end, taken together.
  boolean endIsWhole() {
    return everyEpoch().split() == Split.VALID_AND_TEST;
  }
}
