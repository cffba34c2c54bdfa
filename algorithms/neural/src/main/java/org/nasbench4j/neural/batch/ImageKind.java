package org.nasbench4j.neural.batch;

import org.nasbench4j.image.ImageSet;

/**
 * What a network must know of its images.
 *
 * @param channels 1 for grey images, 3 for colour
 * @param side their height and width in pixels, at least 1
 * @param classes at least 2
 */
public record ImageKind(int channels, int side, int classes) {

  /**
   * The kind of a set's images.
   *
   * @param set the set
   * @return its channels, side and classes
   */
  public static ImageKind of(ImageSet set) {
    return new ImageKind(set.channels(), set.side(), set.classes());
  }
}
