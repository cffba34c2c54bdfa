package org.nasbench4j.data.image;

import java.util.Objects;
import org.nasbench4j.image.ImageSet;

/** Images in memory: all pixels in one array, all labels in another. */
final class PixelImages implements ImageSet {
  private final String name;
  private final ImageShape shape;
  private final byte[] pixels;
  private final byte[] labels;

  // The arrays are handed over, not copied; the labels were checked to be classes.
  PixelImages(String name, ImageShape shape, byte[] pixels, byte[] labels) {
    this.name = name;
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int channels() {
    return shape.channels();
  }

  @Override
  public int side() {
    return shape.side();
  }

  @Override
  public int classes() {
    return shape.classes();
  }

  @Override
  public int label(int image) {
    return Byte.toUnsignedInt(labels[Objects.checkIndex(image, labels.length)]);
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    int start = Objects.checkIndex(image, labels.length) * shape.pixels();
    System.arraycopy(pixels, start, target, offset, shape.pixels());
  }
}
