package org.nasbench4j.neural.supernet;

import java.util.random.RandomGenerator;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Augmentation;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.neural.training.TrainingBatch;
import org.nasbench4j.random.DerivedRandom;

/**
 * The batches of a part of the images, of which each depends on seed, purpose, epoch and step only.
 */
final class SupernetBatches {
  private final ImageSet set;
  private final int[] part;
  private final Normalization normalization;
  private final SupernetSettings settings;
  private final String purpose;
  private final Augmentation augmentation;
  private int[] order = new int[0];
  private int orderedFor = -1;

  // The part: which images of the set.
  SupernetBatches(
      ImageSet set,
      int[] part,
      Normalization normalization,
      SupernetSettings settings,
      String purpose) {
    this.set = set;
    this.part = part;
    this.normalization = normalization;
    this.settings = settings;
    this.purpose = purpose;
    augmentation = new Augmentation(set.side(), settings.images().shift());
  }

  // Epochs and the steps within are counted from 0.
  TrainingBatch of(int epoch, int step) {
    if (orderedFor != epoch) {
      order = Draws.permutation(part.length, random("supernet-order", epoch));
      orderedFor = epoch;
    }
    int size = settings.schedule().batch();
    int from = step * size;
    RandomGenerator random = random("supernet-augmentation", epoch, step);
    byte[] image = new byte[set.channels() * set.side() * set.side()];
    int[] labels = new int[Math.min(size, part.length - from)];
    float[] pixels = new float[labels.length * image.length];
    for (int i = 0; i < labels.length; i++) {
      int drawn = part[order[from + i]];
      set.pixels(drawn, image, 0);
      normalization.apply(augmentation.apply(image, random), pixels, i * image.length);
      labels[i] = set.label(drawn);
    }
    return new TrainingBatch(set, pixels, labels);
  }

  private RandomGenerator random(String use, int... numbers) {
    StringBuilder names = new StringBuilder();
    for (int number : numbers) {
      names.append(number).append(' ');
    }
    return DerivedRandom.of(settings.seed(), use, purpose, names.toString().strip());
  }
}
