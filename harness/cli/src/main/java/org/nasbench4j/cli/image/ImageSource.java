package org.nasbench4j.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.image.ImageSet;
import picocli.CommandLine.Option;

/** Which images networks are scored on, and where they come from. */
public final class ImageSource {

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      description =
          "The images that networks are scored on: cifar10, fashion-mnist, or"
              + " fashion-mnist-14, which comes with the program. Default: cifar10; of micro-train"
              + " fashion-mnist-14.")
  private @Nullable String dataset;

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description =
          "CIFAR-10 in its binary form (default: cifar10/cifar-10-binary.tar.gz in the folder that"
              + " NASBENCH4J_DATA names), or the folder with the four files of Fashion-MNIST"
              + " (default: /usr/share/datasets/fashion-mnist, where Debian's package puts them, or"
              + " fashion-mnist in the folder that NASBENCH4J_DATA names).")
  private @Nullable Path images;

  /**
   * The data set of most commands.
   *
   * @return the one that was named, or CIFAR-10
   * @throws IllegalArgumentException if there is none of that name
   */
  public ImageDataset dataset() {
    return datasetOr(ImageDataset.CIFAR10);
  }

  /**
   * The data set of a command that has a usual one of its own.
   *
   * @param usual which it is if none was named
   * @return the one that was named, or the usual one
   * @throws IllegalArgumentException if there is none of that name
   */
  public ImageDataset datasetOr(ImageDataset usual) {
    return dataset == null ? usual : ImageDataset.parse(dataset);
  }

  /**
   * Where the images are.
   *
   * @return null for the usual place
   */
  public @Nullable Path folder() {
    return images;
  }

  /**
   * Reads the training images of {@link #dataset}.
   *
   * @return all that networks are trained on
   * @throws IllegalArgumentException if there is no such data set, or no such place
   * @throws IOException if they cannot be read
   */
  public ImageSet trainingImages() throws IOException {
    return dataset().train(images);
  }
}
