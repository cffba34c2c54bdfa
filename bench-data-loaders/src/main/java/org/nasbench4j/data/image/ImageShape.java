package org.nasbench4j.data.image;

/**
 * What the images of a data set have in common.
 *
 * @param channels 1 or 3
 * @param side height and width in pixels
 * @param classes how many there are
 */
record ImageShape(int channels, int side, int classes) {

  // The number of bytes of one image.
  int pixels() {
    return channels * side * side;
  }
}
