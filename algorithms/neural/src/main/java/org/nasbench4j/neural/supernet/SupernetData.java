package org.nasbench4j.neural.supernet;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    List<int[]> parts =
        settings.schedule().levels() == Levels.SINGLE
            ? Collections.nCopies(2, IntStream.range(0, images.size()).toArray())
            : halves(images.size());
    weights = new SupernetBatches(images, parts.get(0), normalization, settings, "weights");
    logits = new SupernetBatches(images, parts.get(1), normalization, settings, "logits");
  }

  // Of an odd number, one is left out.
  static List<int[]> halves(int size) {
    Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    new PythonRandom(SPLIT_SEED).shuffle(order);
    return List.of(sorted(order, 0, size / 2), sorted(order, size / 2, size / 2 * 2));
  }

  private static int[] sorted(Integer[] order, int from, int to) {
    return Arrays.stream(order, from, to).mapToInt(Integer::intValue).sorted().toArray();
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
