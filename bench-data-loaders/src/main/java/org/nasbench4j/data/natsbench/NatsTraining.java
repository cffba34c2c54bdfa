package org.nasbench4j.data.natsbench;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nasbench4j.table.Split;
import org.nasbench4j.table.Training;

/**
 * The trainings of NATS-Bench under the names of its files, with the number of images of each split
 * (Dong, Liu, Musial and Gabrys 2021, doi:10.1109/TPAMI.2021.3054824).
 */
enum NatsTraining {
  CIFAR10_VALID(
      "cifar10-valid",
      Training.CIFAR10_HALF,
      Map.of(Split.TRAIN, 25_000, Split.VALID, 25_000, Split.TEST, 10_000)),
  CIFAR10("cifar10", Training.CIFAR10_ALL, Map.of(Split.TRAIN, 50_000, Split.TEST, 10_000)),
  CIFAR100(
      "cifar100",
      Training.CIFAR100,
      Map.of(
          Split.TRAIN,
          50_000,
          Split.VALID,
          5_000,
          Split.TEST,
          5_000,
          Split.VALID_AND_TEST,
          10_000)),
  IMAGENET16_120(
      "ImageNet16-120",
      Training.IMAGENET16_120,
      Map.of(
          Split.TRAIN,
          151_700,
          Split.VALID,
          3_000,
          Split.TEST,
          3_000,
          Split.VALID_AND_TEST,
          6_000));

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // a record of enums
  private final Training training;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<Split, Integer> images;

  NatsTraining(String key, Training training, Map<Split, Integer> images) {
    this.key = key;
    this.training = training;
    this.images = images;
  }

  static Optional<NatsTraining> of(String key) {
    return Arrays.stream(values()).filter(training -> training.key.equals(key)).findFirst();
  }

  String key() {
    return key;
  }

  Training training() {
    return training;
  }

  int images(Split split) {
    return Objects.requireNonNull(images.get(split), "a split of this training");
  }

  // The official test images are ori-test; of CIFAR-100 and ImageNet16-120 one half of them
  // validates (x-valid) and the other tests (x-test).
  Optional<Split> split(String set) {
    Optional<Split> split =
        switch (set) {
          case "x-valid" -> Optional.of(Split.VALID);
          case "x-test" -> Optional.of(Split.TEST);
          case "ori-test" -> Optional.of(halvesTestImages() ? Split.VALID_AND_TEST : Split.TEST);
          default -> Optional.empty();
        };
    return split.filter(images::containsKey);
  }

  private boolean halvesTestImages() {
    return images.containsKey(Split.VALID_AND_TEST);
  }
}
