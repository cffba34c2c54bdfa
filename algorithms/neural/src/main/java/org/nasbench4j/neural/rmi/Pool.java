package org.nasbench4j.neural.rmi;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;

/** Normalised images with labels, and the choice of some of them. */
final class Pool {
  private final float[] pixels;
  private final int[] labels;

  private Pool(float[] pixels, int[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  // Different images, drawn uniformly and augmented once.
  static Pool drawn(ImageSet set, Normalization normalization, int size, RandomGenerator random) {
    if (size > set.size()) {
      throw new IllegalArgumentException(
          "The pool needs %d images, but %s has %d. Choose a smaller batch."
              .formatted(size, set.name(), set.size()));
    }
    Augmentation augmentation = new Augmentation(set.side());
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    float[] pixels = new float[Math.multiplyExact(size, image.length)];
    int[] labels = new int[size];
    BitSet taken = new BitSet(set.size());
    for (int i = 0; i < size; i++) {
      int drawn = random.nextInt(set.size());
      while (taken.get(drawn)) {
        drawn = random.nextInt(set.size());
      }
      taken.set(drawn);
      set.pixels(drawn, image, 0);
      normalization.apply(augmentation.apply(image, random), pixels, i * image.length);
      labels[i] = set.label(drawn);
    }
    return new Pool(pixels, labels);
  }

  Pool chosen(int[] indices) {
    int length = pixels.length / labels.length;
    float[] kept = new float[indices.length * length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * length, kept, i * length, length);
    }
    return new Pool(kept, Arrays.stream(indices).map(index -> labels[index]).toArray());
  }

  int size() {
    return labels.length;
  }

  int label(int image) {
    return labels[image];
  }

  long classes() {
    return Arrays.stream(labels).distinct().count();
  }

  // Not copied: for the engine's eyes only.
  float[] pixels() {
    return pixels;
  }
}
