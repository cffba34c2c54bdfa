package org.nasbench4j.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.image.EmbeddedImages;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.image.ReducedImages;
import org.nasbench4j.neural.benchmark.BenchmarkImages;
import org.nasbench4j.neural.benchmark.ImageSelection;
import org.nasbench4j.neural.benchmark.TableOrder;

/**
 * The images that tables are trained on, in the order of tables.
 *
 * @param train training images, those that validate included
 * @param test test images
 */
public record TableImages(ImageSet train, ImageSet test) {
  /**
   * Those that come with the program where they are enough and no folder is named; all of the data
   * set otherwise.
   *
   * @param dataset the data set
   * @param folder where it is, null for the usual place
   * @param selection how many are needed, and of which side
   * @return the images, not reduced to as many as are needed
   * @throws IllegalArgumentException if they are not enough and the data set is not here
   * @throws IOException if they cannot be read
   */
  public static TableImages read(
      ImageDataset dataset, @Nullable Path folder, ImageSelection selection) throws IOException {
    if (folder == null && selection.side() == EmbeddedImages.SIDE) {
      TableImages embedded = new TableImages(EmbeddedImages.train(), EmbeddedImages.test());
      if (embedded.suffice(selection)) {
        return embedded;
      }
    }
    return new TableImages(
        TableOrder.train(ReducedImages.to(dataset.train(folder), selection.side())),
        TableOrder.test(ReducedImages.to(dataset.test(folder), selection.side())));
  }

  private boolean suffice(ImageSelection selection) {
    return selection.training() + selection.evaluation() <= train.size()
        && selection.evaluation() <= test.size();
  }

  /**
   * Those that a recipe needs.
   *
   * @param selection how many, and of which side
   * @return those that train, validate and test
   * @throws IllegalArgumentException if there are too few, or they have another side
   */
  public BenchmarkImages chosen(ImageSelection selection) {
    return BenchmarkImages.of(train, test, selection);
  }
}
