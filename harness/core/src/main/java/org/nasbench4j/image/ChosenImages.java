package org.nasbench4j.image;

import java.util.Arrays;
import java.util.Objects;

/** Some images of a set, in an order of their own. */
public final class ChosenImages implements ImageSet {
  private final ImageSet images;
  private final int[] chosen;
  private final String name;

  private ChosenImages(ImageSet images, int[] chosen, String name) {
    this.images = images;
    this.chosen = chosen;
    this.name = name;
  }

  /**
   * Chooses images.
   *
   * @param images what is chosen from
   * @param chosen the numbers of the images, at least one; copied
   * @param name says which images these are, for provenance
   * @return the chosen images, numbered from 0 in this order
   * @throws IllegalArgumentException if no image is chosen, or one that is not there
   */
  public static ImageSet of(ImageSet images, int[] chosen, String name) {
    if (chosen.length == 0 || !Arrays.stream(chosen).allMatch(i -> i >= 0 && i < images.size())) {
      throw new IllegalArgumentException(
          "The chosen images (%s) must be some of the %d of %s."
              .formatted(name, images.size(), images.name()));
    }
    return new ChosenImages(images, chosen.clone(), name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  public int channels() {
    return images.channels();
  }

  @Override
  public int side() {
    return images.side();
  }

  @Override
  public int classes() {
    return images.classes();
  }

  @Override
  public int label(int image) {
    return images.label(chosen[Objects.checkIndex(image, chosen.length)]);
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    images.pixels(chosen[Objects.checkIndex(image, chosen.length)], target, offset);
  }
}
