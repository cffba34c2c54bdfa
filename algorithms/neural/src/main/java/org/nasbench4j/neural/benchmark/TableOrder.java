package org.nasbench4j.neural.benchmark;

import java.util.Arrays;
import org.nasbench4j.image.ChosenImages;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.random.DerivedRandom;

/** The one order in which tables use the images of a set, so that all take the same ones. */
public final class TableOrder {
  private static final long ORDER = 1;

  private TableOrder() {}

  /**
   * Brings training images into their order.
   *
   * @param images all training images of a data set
   * @return the same images, under the same name
   */
  public static ImageSet train(ImageSet images) {
    return ordered(images, "table-training-images");
  }

  /**
   * Brings test images into their order.
   *
   * @param images all test images of a data set
   * @return the same images, under the same name
   */
  public static ImageSet test(ImageSet images) {
    return ordered(images, "table-test-images");
  }

  private static ImageSet ordered(ImageSet images, String purpose) {
    int[] order = Orders.shuffled(images.size(), DerivedRandom.of(ORDER, purpose));
    return ChosenImages.of(images, order, images.name());
  }

  /**
   * Some neighbours of this order.
   *
   * @param ordered images in their order, from the first on
   * @param from the first
   * @param count how many, at least 1
   * @return these images; their name says where they stand
   * @throws IllegalArgumentException if there are too few
   */
  public static ImageSet part(ImageSet ordered, int from, int count) {
    if (from + count > ordered.size()) {
      throw new IllegalArgumentException(
          "The recipe needs %d images of %s, of which %d are here."
              .formatted(from + count, ordered.name(), ordered.size()));
    }
    int[] numbers = Arrays.copyOfRange(Orders.identity(from + count), from, from + count);
    return ChosenImages.of(
        ordered,
        numbers,
        "%s, %d to %d of order %d".formatted(ordered.name(), from, from + count - 1, ORDER));
  }
}
