package org.nasbench4j.neural.benchmark;

/** Whether training images are mirrored, left to right. */
public enum Mirroring {
  /** Each image with a chance of one half, anew in each epoch. */
  HALF,
  /** Never. */
  NONE
}
