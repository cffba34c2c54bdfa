package org.nasbench4j.data.image;

import java.io.IOException;
import org.nasbench4j.image.ImageSet;

/**
 * The images that come with the program: 9,000 training and 5,000 test images of Fashion-MNIST,
 * reduced to 14 x 14 pixels, in the order in which tables use them. They are enough to train the
 * embedded table anew, or other tables of that size, without a download.
 *
 * <p>Copyright 2017 Zalando SE, under the MIT licence, which lies beside them.
 */
public final class EmbeddedImages {
  /** The height and width of the images, in pixels. */
  public static final int SIDE = 14;

  private static final int CLASSES = 10;

  private EmbeddedImages() {}

  /**
   * The training images.
   *
   * @return 9,000 images, under the name that the whole set has
   * @throws IOException if they cannot be read
   */
  public static ImageSet train() throws IOException {
    return read("fashion-mnist train", "train");
  }

  /**
   * The test images.
   *
   * @return 5,000 images, under the name that the whole set has
   * @throws IOException if they cannot be read
   */
  public static ImageSet test() throws IOException {
    return read("fashion-mnist test", "t10k");
  }

  private static ImageSet read(String name, String split) throws IOException {
    return IdxImages.read(
        "%s, %d x %d".formatted(name, SIDE, SIDE),
        "fashion-mnist-14/" + split + "-images-idx3-ubyte.gz",
        "fashion-mnist-14/" + split + "-labels-idx1-ubyte.gz",
        CLASSES);
  }
}
