package org.nasbench4j.neural.supernet;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.random.PythonRandom;

/** The images of a training: all of them for both, or a half for weights and a half for logits. */
final class SupernetData {
  /** Halves 50,000 images as NAS-Bench-201's published code does. */
  private static final int SPLIT_SEED = 1021;

  private final ImageSet images;
  private final SupernetBatches weights;
  private final SupernetBatches logits;

  SupernetData(ImageSet images, Normalization normalization, SupernetSettings settings) {
    this.images = images;
    int[] all = IntStream.range(0, images.size()).toArray();
    int[] shuffled = shuffled(all);
    int half = all.length / 2;
    boolean single = settings.schedule().levels() == Levels.SINGLE;
    int[] first = single ? all : sorted(shuffled, 0, half);
    int[] second = single ? all : sorted(shuffled, half, 2 * half);
    weights = new SupernetBatches(images, first, normalization, settings, "weights");
    logits = new SupernetBatches(images, second, normalization, settings, "logits");
  }

  private static int[] shuffled(int[] all) {
    Integer[] order = Arrays.stream(all).boxed().toArray(Integer[]::new);
    new PythonRandom(SPLIT_SEED).shuffle(order);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static int[] sorted(int[] shuffled, int from, int to) {
    int[] part = Arrays.copyOfRange(shuffled, from, to);
    Arrays.sort(part);
    return part;
  }

  ImageSet images() {
    return images;
  }

  // What moves the weights, and at a single level the logits, too.
  SupernetBatches weights() {
    return weights;
  }

  SupernetBatches logits() {
    return logits;
  }
}
