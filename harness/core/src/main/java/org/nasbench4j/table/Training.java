package org.nasbench4j.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasbench4j.word.Words;

/**
 * What networks were trained on: a data set and the part of it that training saw.
 *
 * <p>NAS-Bench-201 trained CIFAR-10 twice, on one half ({@link #CIFAR10_HALF}) and on everything
 * ({@link #CIFAR10_ALL}), NAS-Bench-101 on 40,000 images ({@link #CIFAR10_40K}); these are
 * different experiments and are never mixed silently.
 *
 * @param dataset the data set
 * @param set the part that training saw: {@link TrainingSet#TRAIN} for every data set but CIFAR-10,
 *     which has the others
 */
public record Training(DatasetId dataset, TrainingSet set) {

  /** CIFAR-10 trained on 25,000 images; the other 25,000 validate. */
  public static final Training CIFAR10_HALF =
      new Training(DatasetId.CIFAR10, TrainingSet.TRAIN_HALF);

  /** CIFAR-10 trained on all 50,000 images; it has no validation split. */
  public static final Training CIFAR10_ALL =
      new Training(DatasetId.CIFAR10, TrainingSet.TRAIN_AND_VALID);

  /** CIFAR-10 trained on 40,000 images, as in NAS-Bench-101; the other 10,000 validate. */
  public static final Training CIFAR10_40K = new Training(DatasetId.CIFAR10, TrainingSet.TRAIN_40K);

  /** CIFAR-100 trained on its 50,000 training images. */
  public static final Training CIFAR100 = new Training(DatasetId.CIFAR100, TrainingSet.TRAIN);

  /** ImageNet16-120 trained on its 151,700 training images. */
  public static final Training IMAGENET16_120 =
      new Training(DatasetId.IMAGENET16_120, TrainingSet.TRAIN);

  /** Fashion-MNIST of 14 pixels trained on a selection of its training images. */
  public static final Training FASHION_MNIST_14 =
      new Training(DatasetId.FASHION_MNIST_14, TrainingSet.TRAIN);

  private static final List<Training> ALL =
      List.of(CIFAR10_HALF, CIFAR10_ALL, CIFAR10_40K, CIFAR100, IMAGENET16_120, FASHION_MNIST_14);

  /** Checks that the data set has such a training set. */
  public Training {
    boolean parts = dataset == DatasetId.CIFAR10;
    if (parts == (set == TrainingSet.TRAIN)) {
      throw new IllegalArgumentException(
          "The dataset (%s) was not trained on (%s). Use %s."
              .formatted(
                  dataset, set, parts ? "TRAIN_HALF, TRAIN_AND_VALID or TRAIN_40K" : "TRAIN"));
    }
  }

  /**
   * The training that the papers mean when they name only a data set and a split: CIFAR-10's train
   * and valid are of the half training, its test is of the training on all images.
   *
   * @param dataset the data set
   * @param split the split that is asked for
   * @return the training that the papers report for it
   */
  public static Training byConvention(DatasetId dataset, Split split) {
    if (dataset != DatasetId.CIFAR10) {
      return new Training(dataset, TrainingSet.TRAIN);
    }
    return split == Split.TEST ? CIFAR10_ALL : CIFAR10_HALF;
  }

  /**
   * The training that is meant in a question to a table that names only a data set and a split.
   *
   * @param dataset the data set
   * @param split the split that is asked for
   * @param held the trainings of the table
   * @return {@link #CIFAR10_40K} for CIFAR-10 if the table holds it, else the papers' convention
   */
  public static Training byConvention(DatasetId dataset, Split split, Set<Training> held) {
    return dataset == DatasetId.CIFAR10 && held.contains(CIFAR10_40K)
        ? CIFAR10_40K
        : byConvention(dataset, split);
  }

  /**
   * The splits that can exist for this training.
   *
   * @return a new set
   */
  public Set<Split> splits() {
    if (equals(CIFAR10_ALL)) {
      return EnumSet.of(Split.TRAIN, Split.TEST);
    }
    return dataset == DatasetId.CIFAR10 || equals(FASHION_MNIST_14)
        ? EnumSet.of(Split.TRAIN, Split.VALID, Split.TEST)
        : EnumSet.allOf(Split.class);
  }

  /**
   * The name used in files and messages.
   *
   * @return {@code cifar10-half}, {@code cifar10-all}, {@code cifar10-40k}, or the data set's own
   *     name
   */
  public String id() {
    return switch (set) {
      case TRAIN_HALF -> dataset.id() + "-half";
      case TRAIN_AND_VALID -> dataset.id() + "-all";
      case TRAIN_40K -> dataset.id() + "-40k";
      case TRAIN -> dataset.id();
    };
  }

  /**
   * Reads {@link #id()}, in any case.
   *
   * @param id the name
   * @return the training
   * @throws IllegalArgumentException if there is no such training; the message lists all
   */
  public static Training parse(String id) {
    return Words.of("training", ALL, Training::id).choose(id);
  }

  /**
   * Fails if a split cannot exist for this training.
   *
   * @param split the split that is asked for
   * @throws IllegalArgumentException if it does not exist; the message says why and what does
   */
  void requireSplit(Split split) {
    if (splits().contains(split)) {
      return;
    }
    String reason =
        equals(CIFAR10_ALL) && split == Split.VALID
            ? "cifar10 trained on train+valid has no validation accuracy: the validation images"
                + " were trained on. Maybe use the training cifar10-half"
            : "%s has no split (%s)".formatted(id(), split);
    throw new IllegalArgumentException(
        "%s. The splits of %s are: %s."
            .formatted(reason, id(), names(splits().stream().map(Split::id))));
  }

  private static String names(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
