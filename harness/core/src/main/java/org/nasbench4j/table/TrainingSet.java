package org.nasbench4j.table;

/** The part of a data set that networks saw during training. */
public enum TrainingSet {
  /**
   * One half of CIFAR-10's training images ({@code cifar10-valid} in NAS-Bench-201's files); the
   * other half is the validation split.
   */
  TRAIN_HALF,
  /**
   * All of CIFAR-10's training images ({@code cifar10} in NAS-Bench-201's files): nothing is left
   * to validate on.
   */
  TRAIN_AND_VALID,
  /** 40,000 of CIFAR-10's training images; the other 10,000 are the validation split. */
  TRAIN_40K,
  /**
   * The training images of a data set whose validation split is always the same: all official ones
   * of CIFAR-100 and ImageNet16-120, a selection of Fashion-MNIST.
   */
  TRAIN
}
