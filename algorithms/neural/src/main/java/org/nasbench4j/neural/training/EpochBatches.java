package org.nasbench4j.neural.training;

import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Augmentation;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.random.DerivedRandom;

/**
 * The batches of one epoch: all images in random order, augmented. Order and augmentation depend on
 * seed and epoch only.
 */
final class EpochBatches {
  private final ImageSet set;
  private final Normalization normalization;
  private final Augmentation augmentation;
  private final RandomGenerator random;
  private final int[] order;
  private int next;

  EpochBatches(ImageSet set, Normalization normalization, long seed, int epoch) {
    this.set = set;
    this.normalization = normalization;
    augmentation = new Augmentation(set.side(), TrainingSettings.padding(set.side()));
    random = DerivedRandom.of(seed, "teacher-augmentation", String.valueOf(epoch));
    order = shuffled(set.size(), DerivedRandom.of(seed, "teacher-order", String.valueOf(epoch)));
  }

  private static int[] shuffled(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  static int count(ImageSet set) {
    return (set.size() + TrainingSettings.BATCH - 1) / TrainingSettings.BATCH;
  }

  // The last one of an epoch may be smaller.
  TrainingBatch next() {
    int size = Math.min(TrainingSettings.BATCH, order.length - next);
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    float[] pixels = new float[size * image.length];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      int drawn = order[next + i];
      set.pixels(drawn, image, 0);
      normalization.apply(augmentation.apply(image, random), pixels, i * image.length);
      labels[i] = set.label(drawn);
    }
    next += size;
    return new TrainingBatch(set, pixels, labels);
  }
}
