package org.nasbench4j.image;

/**
 * Images of a smaller side: each pixel is the mean of a square block, rounded to the nearest whole
 * number, halves upwards.
 */
public final class ReducedImages implements ImageSet {
  private final ImageSet images;
  private final int side;
  private final int block;

  private ReducedImages(ImageSet images, int side) {
    this.images = images;
    this.side = side;
    this.block = images.side() / side;
  }

  /**
   * Reduces images when they are asked for; nothing is kept.
   *
   * @param images what is reduced
   * @param side the new height and width, a divisor of the old
   * @return the images themselves if they have this side already
   * @throws IllegalArgumentException if the side does not divide the images'
   */
  public static ImageSet to(ImageSet images, int side) {
    if (side < 1 || images.side() % side != 0) {
      throw new IllegalArgumentException(
          "The side (%d) must divide that of the images of %s, which is %d."
              .formatted(side, images.name(), images.side()));
    }
    return side == images.side() ? images : new ReducedImages(images, side);
  }

  @Override
  public String name() {
    return "%s, %2$d x %2$d".formatted(images.name(), side);
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int channels() {
    return images.channels();
  }

  @Override
  public int side() {
    return side;
  }

  @Override
  public int classes() {
    return images.classes();
  }

  @Override
  public int label(int image) {
    return images.label(image);
  }

  @Override
  public void pixels(int image, byte[] target, int offset) {
    byte[] whole = new byte[channels() * images.side() * images.side()];
    images.pixels(image, whole, 0);
    for (int row = 0; row < channels() * side; row++) {
      for (int column = 0; column < side; column++) {
        target[offset + row * side + column] = mean(whole, row * block, column * block);
      }
    }
  }

  // Rows are counted through all channels.
  private byte mean(byte[] whole, int row, int column) {
    int sum = 0;
    for (int i = 0; i < block * block; i++) {
      sum += whole[(row + i / block) * images.side() + column + i % block] & 0xff;
    }
    return (byte) ((2 * sum + block * block) / (2 * block * block));
  }
}
