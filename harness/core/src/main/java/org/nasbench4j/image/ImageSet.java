package org.nasbench4j.image;

/**
 * Labelled square images with 8 bits per channel. Implementations are immutable and thread-safe.
 *
 * <p>Images are numbered from 0 in the order of their source.
 */
public interface ImageSet {

  /**
   * The name of the data set and split, for provenance.
   *
   * @return for example {@code cifar10 train}
   */
  String name();

  /**
   * The number of images.
   *
   * @return at least 1
   */
  int size();

  /**
   * The number of channels: 3 for colour, 1 for grey.
   *
   * @return 1 or 3
   */
  int channels();

  /**
   * The height and width in pixels.
   *
   * @return at least 1
   */
  int side();

  /**
   * The number of classes.
   *
   * @return at least 2
   */
  int classes();

  /**
   * The class of an image.
   *
   * @param image {@code [0, size())}
   * @return {@code [0, classes())}
   */
  int label(int image);

  /**
   * Copies the pixels of an image, channel by channel, row by row.
   *
   * @param image {@code [0, size())}
   * @param target receives {@code channels × side × side} bytes, each 0 to 255 as unsigned
   * @param offset where in the target the first goes
   */
  void pixels(int image, byte[] target, int offset);
}
