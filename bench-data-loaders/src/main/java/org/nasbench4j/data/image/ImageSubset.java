package org.nasbench4j.data.image;

import java.util.Objects;
import org.nasbench4j.image.ImageSet;

/** Some images of another set, whose pixels it shares. Immutable and thread-safe. */
public final class ImageSubset implements ImageSet {
  private final String name;
  private final ImageSet all;
  private final int[] images;

  /**
   * Chooses images.
   *
   * @param name of the subset, for provenance
   * @param all the images to choose from
   * @param images their numbers, each {@code [0, all.size())}, at least one, copied
   * @throws IllegalArgumentException if there is none, or a number is out of range
   */
  public ImageSubset(String name, ImageSet all, int[] images) {
    this.name = name;
    this.all = all;
    this.images = images.clone();
    if (images.length == 0) {
      throw new IllegalArgumentException(
          "The subset (%s) of %s needs at least one image.".formatted(name, all.name()));
    }
    for (int image : images) {
      if (image < 0 || image >= all.size()) {
        throw new IllegalArgumentException(
            "The image (%d) of the subset (%s) must be 0 to %d."
                .formatted(image, name, all.size() - 1));
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return images.length;
  }

  @Override
  public int channels() {
    return all.channels();
  }

  @Override
  public int side() {
    return all.side();
  }

  @Override
  public int classes() {
    return all.classes();
  }

  @Override
  public int label(int image) {
    return all.label(numberInAll(image));
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    all.pixels(numberInAll(image), target, offset);
  }

  private int numberInAll(int image) {
    return images[Objects.checkIndex(image, images.length)];
  }
}
