package org.nasbench4j.data.nasbench101;

/** What a source says of one point of a training. */
interface Measured {

  /** Seconds of the training up to here. */
  double seconds();

  /** A share of the training images. */
  double trainAccuracy();

  /** A share of the validation images. */
  double validAccuracy();

  /** A share of the test images. */
  double testAccuracy();
}
