package org.nasbench4j.neural.benchmark;

import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.batch.Normalization;

/**
 * Normalised images in memory.
 *
 * @param kind their form
 * @param pixels image by image, channel by channel, row by row
 * @param labels one for each image
 */
@SuppressWarnings("ArrayRecordComponent") // read by many threads, never changed or compared
record PreparedImages(ImageKind kind, float[] pixels, int[] labels) {

  static PreparedImages of(ImageSet set, Normalization normalization) {
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    float[] pixels = new float[Math.multiplyExact(set.size(), image.length)];
    int[] labels = new int[set.size()];
    for (int i = 0; i < labels.length; i++) {
      set.pixels(i, image, 0);
      normalization.apply(image, pixels, i * image.length);
      labels[i] = set.label(i);
    }
    return new PreparedImages(ImageKind.of(set), pixels, labels);
  }

  int size() {
    return labels.length;
  }
}
