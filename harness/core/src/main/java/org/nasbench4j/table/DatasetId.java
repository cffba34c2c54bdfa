package org.nasbench4j.table;

import java.util.List;
import org.nasbench4j.word.Words;

/** The image classification data set that networks were trained on. */
public enum DatasetId {
  /** CIFAR-10: 50,000 training and 10,000 test images, 10 classes. */
  CIFAR10("cifar10", 10),
  /** CIFAR-100: 50,000 training images, 100 classes; the 10,000 test images are split in halves. */
  CIFAR100("cifar100", 100),
  /** ImageNet16-120: 151,700 training images of 16 pixels, 120 classes. */
  IMAGENET16_120("imagenet16-120", 120),
  /**
   * Fashion-MNIST reduced to 14 pixels, on which this program trains tables itself: some of its
   * 60,000 training images train, others validate, and some of its 10,000 test images test.
   */
  FASHION_MNIST_14("fashion-mnist-14", 10);

  private final String id;
  private final int classes;

  DatasetId(String id, int classes) {
    this.id = id;
    this.classes = classes;
  }

  /**
   * The name used on the command line, in plans and in files.
   *
   * @return lower case, for example {@code imagenet16-120}
   */
  public String id() {
    return id;
  }

  /**
   * The number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * Reads {@link #id()}, in any case.
   *
   * @param text the name
   * @return the data set
   * @throws IllegalArgumentException if there is no such data set; the message lists all
   */
  public static DatasetId parse(String text) {
    return Words.of("dataset", List.of(values()), DatasetId::id).choose(text);
  }

  @Override
  public String toString() {
    return id;
  }
}
