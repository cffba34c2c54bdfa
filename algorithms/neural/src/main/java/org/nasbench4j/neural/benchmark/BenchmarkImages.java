package org.nasbench4j.neural.benchmark;

import java.util.List;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.batch.Normalization;

/**
 * The images of a table, normalised by the statistics of those that are trained on.
 *
 * <p>The choice is the same for all cells and seeds: of the training images in their {@link
 * TableOrder} the first train, and those behind them validate; the first test images in theirs
 * test. Immutable and thread-safe.
 */
public final class BenchmarkImages {
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
   * Chooses and normalises images, and keeps them in memory: 4 bytes for each pixel.
   *
   * @param training training images in the order of tables, from the first on
   * @param test test images in the order of tables, from the first on
   * @param selection how many of them, and of which side
   * @return the images
   * @throws IllegalArgumentException if there are too few, or they have another side
   */
  public static BenchmarkImages of(ImageSet training, ImageSet test, ImageSelection selection) {
    for (ImageSet set : List.of(training, test)) {
      if (set.side() != selection.side()) {
        throw new IllegalArgumentException(
            "The recipe needs images of %d pixels; those of %s have %d."
                .formatted(selection.side(), set.name(), set.side()));
      }
    }
    return new BenchmarkImages(
        TableOrder.part(training, 0, selection.training()),
        TableOrder.part(training, selection.training(), selection.evaluation()),
        TableOrder.part(test, 0, selection.evaluation()));
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
