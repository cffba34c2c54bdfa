package org.nasbench4j.neural.benchmark;

import java.util.Arrays;
import org.nasbench4j.image.ChosenImages;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.image.ReducedImages;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.batch.Normalization;
import org.nasbench4j.random.DerivedRandom;

/**
 * The images of a table, normalised by the statistics of those that are trained on.
 *
 * <p>The choice is the same for all cells and seeds: the training images of the data set are
 * brought into a random order that never changes; the first train, and those behind them validate.
 * The first test images of another such order test. Immutable and thread-safe.
 */
public final class BenchmarkImages {
  private static final long ORDER = 1;

  private final ImageKind kind;
  private final PreparedImages train;
  private final PreparedImages valid;
  private final PreparedImages test;
  private final String description;

  private BenchmarkImages(ImageSet train, ImageSet valid, ImageSet test) {
    Normalization normalization = Normalization.of(train);
    kind = ImageKind.of(train);
    this.train = PreparedImages.of(train, normalization);
    this.valid = PreparedImages.of(valid, normalization);
    this.test = PreparedImages.of(test, normalization);
    description = "%s; %s; %s".formatted(train.name(), valid.name(), test.name());
  }

  /**
   * Chooses, reduces and normalises images, and keeps them in memory: 4 bytes for each pixel.
   *
   * @param trainingImages the training images of a data set
   * @param testImages its test images
   * @param recipe how many of them, and of which side
   * @return the images
   * @throws IllegalArgumentException if there are too few, or the side does not divide theirs
   */
  public static BenchmarkImages of(
      ImageSet trainingImages, ImageSet testImages, BenchmarkRecipe recipe) {
    ImageSet small = ReducedImages.to(trainingImages, recipe.side());
    int[] order = order(small.size(), "table-training-images");
    int train = recipe.trainingImages();
    int evaluated = recipe.evaluationImages();
    ImageSet smallTest = ReducedImages.to(testImages, recipe.side());
    return new BenchmarkImages(
        chosen(small, order, 0, train),
        chosen(small, order, train, evaluated),
        chosen(smallTest, order(smallTest.size(), "table-test-images"), 0, evaluated));
  }

  private static ImageSet chosen(ImageSet set, int[] order, int from, int count) {
    if (from + count > order.length) {
      throw new IllegalArgumentException(
          "The recipe needs %d images of %s, which has %d."
              .formatted(from + count, set.name(), order.length));
    }
    return ChosenImages.of(
        set,
        Arrays.copyOfRange(order, from, from + count),
        "%s, %d to %d of order %d".formatted(set.name(), from, from + count - 1, ORDER));
  }

  private static int[] order(int size, String purpose) {
    return Orders.shuffled(size, DerivedRandom.of(ORDER, purpose));
  }

  ImageKind kind() {
    return kind;
  }

  PreparedImages train() {
    return train;
  }

  PreparedImages valid() {
    return valid;
  }

  PreparedImages test() {
    return test;
  }

  /**
   * Which images these are.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return description;
  }
}
