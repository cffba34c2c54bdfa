package org.nasbench4j.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nasbench4j.image.ImageSet;

/**
 * Fashion-MNIST: 60,000 training and 10,000 test images of 28 x 28 grey pixels, of 10 classes, in
 * four IDX files under their official names, plain or with {@code .gz}.
 *
 * <p>Source: Xiao, Rasul and Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking
 * Machine Learning Algorithms", 2017. Debian's package {@code dataset-fashion-mnist} installs the
 * files under {@code /usr/share/datasets/fashion-mnist}.
 */
public final class FashionMnist {
  private static final int CLASSES = 10;

  private FashionMnist() {}

  /**
   * Reads the training images.
   *
   * @param folder holds {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}
   * @return 60,000 images
   * @throws IOException if a file cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if a file is damaged
   * @throws org.nasbench4j.table.UnsupportedTableException if a file is of another kind
   */
  public static ImageSet train(Path folder) throws IOException {
    return read("fashion-mnist train", folder, "train");
  }

  /**
   * Reads the test images.
   *
   * @param folder holds {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}
   * @return 10,000 images
   * @throws IOException if a file cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if a file is damaged
   * @throws org.nasbench4j.table.UnsupportedTableException if a file is of another kind
   */
  public static ImageSet test(Path folder) throws IOException {
    return read("fashion-mnist test", folder, "t10k");
  }

  private static ImageSet read(String name, Path folder, String split) throws IOException {
    Path images = file(folder, split + "-images-idx3-ubyte");
    Path labels = file(folder, split + "-labels-idx1-ubyte");
    return IdxImages.read(name, images, labels, CLASSES);
  }

  private static Path file(Path folder, String name) {
    Path plain = folder.resolve(name);
    return Files.exists(plain) ? plain : folder.resolve(name + ".gz");
  }
}
