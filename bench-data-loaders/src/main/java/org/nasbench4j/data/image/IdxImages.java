package org.nasbench4j.data.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

/** Grey images and their labels in two IDX files, the format of MNIST. */
public final class IdxImages {
  private static final int IMAGE_AXES = 3;

  private IdxImages() {}

  /**
   * Reads images and labels.
   *
   * @param name of the set, for provenance
   * @param images an IDX file of bytes with three axes: image, row, column; plain or gzipped
   * @param labels an IDX file of bytes with one axis, as long; plain or gzipped
   * @param classes the number of classes, {@code [2, 256]}
   * @return the images in the order of the files
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the number of classes is out of range
   * @throws MalformedTableException if a file is too short or too long, the files differ in length,
   *     or a label is no class
   * @throws UnsupportedTableException if a file has other elements or axes, or the images are not
   *     square
   */
  public static ImageSet read(String name, Path images, Path labels, int classes)
      throws IOException {
    if (classes < 2 || classes > 256) {
      throw new IllegalArgumentException(
          "The number of classes (%d) of %s must be 2 to 256.".formatted(classes, name));
    }
    return of(name, IdxFile.read(images, IMAGE_AXES), IdxFile.read(labels, 1), classes);
  }

  // Reads resources of this module.
  static ImageSet read(String name, String images, String labels, int classes) throws IOException {
    return of(name, resource(images, IMAGE_AXES), resource(labels, 1), classes);
  }

  private static IdxFile resource(String name, int axes) throws IOException {
    try (InputStream in = Objects.requireNonNull(IdxImages.class.getResourceAsStream(name), name)) {
      return IdxFile.decompressed(Path.of(name), axes, new BufferedInputStream(in));
    }
  }

  private static ImageSet of(String name, IdxFile pixels, IdxFile numbers, int classes) {
    requireSquare(pixels);
    requireClasses(numbers, pixels.axis(0), classes);
    ImageShape shape = new ImageShape(1, pixels.axis(1), classes);
    return new PixelImages(name, shape, pixels.bytes(), numbers.bytes());
  }

  /**
   * Writes grey images and their labels, gzipped.
   *
   * @param set the images
   * @param images where the pixels go
   * @param labels where the labels go
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the images have colours
   */
  public static void write(ImageSet set, Path images, Path labels) throws IOException {
    if (set.channels() != 1) {
      throw new IllegalArgumentException(
          "The images (%s) must be grey to be written as IDX.".formatted(set.name()));
    }
    int area = set.side() * set.side();
    byte[] pixels = new byte[Math.multiplyExact(set.size(), area)];
    byte[] numbers = new byte[set.size()];
    for (int image = 0; image < set.size(); image++) {
      set.pixels(image, pixels, image * area);
      numbers[image] = (byte) set.label(image);
    }
    IdxFile.write(images, List.of(set.size(), set.side(), set.side()), pixels);
    IdxFile.write(labels, List.of(set.size()), numbers);
  }

  private static void requireSquare(IdxFile pixels) {
    if (pixels.axis(0) == 0 || pixels.axis(1) == 0) {
      throw new MalformedTableException(pixels.path(), "it has no pixels");
    }
    if (pixels.axis(1) != pixels.axis(2)) {
      throw new UnsupportedTableException(
          "images of %d x %d pixels in %s".formatted(pixels.axis(1), pixels.axis(2), pixels.path()),
          "square images");
    }
  }

  private static void requireClasses(IdxFile labels, int images, int classes) {
    if (labels.axis(0) != images) {
      throw new MalformedTableException(
          labels.path(), "it has %d labels for %d images".formatted(labels.axis(0), images));
    }
    for (int i = 0; i < images; i++) {
      int label = Byte.toUnsignedInt(labels.bytes()[i]);
      if (label >= classes) {
        throw new MalformedTableException(
            labels.path(),
            new AtByte(labels.offset(i)),
            "the label %d must be 0 to %d".formatted(label, classes - 1));
      }
    }
  }
}
