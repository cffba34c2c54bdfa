package org.nasbench4j.data.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.random.PythonRandom;

/**
 * CIFAR-10 in its official binary layout: 50,000 training and 10,000 test images of 32 x 32 pixels
 * in red, green and blue, of 10 classes.
 *
 * <p>The source is {@code cifar-10-binary.tar.gz} as it is, or a folder with its {@code .bin}
 * files. Only the split that is asked for is kept, one byte for each pixel and channel.
 *
 * <p>Source: Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009.
 */
public final class Cifar10 {
  private static final List<String> TRAIN_FILES =
      IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList();
  private static final List<String> TEST_FILES = List.of("test_batch.bin");
  private static final int IMAGES_PER_FILE = 10_000;
  private static final int HALVES_SEED = 1_021;

  private Cifar10() {}

  /**
   * Reads the training images.
   *
   * @param source the archive or folder
   * @return 50,000 images, those of {@code data_batch_1.bin} first
   * @throws IOException if the source cannot be read
   * @throws org.nasbench4j.table.MalformedTableException if a file is missing, too short or too
   *     long, a label is above 9, or the archive is damaged
   */
  public static ImageSet train(Path source) throws IOException {
    return read("cifar10 train", source, TRAIN_FILES);
  }

  /**
   * Reads the test images.
   *
   * @param source the archive or folder
   * @return 10,000 images
   * @throws IOException if the source cannot be read
   * @throws org.nasbench4j.table.MalformedTableException as {@link #train}
   */
  public static ImageSet test(Path source) throws IOException {
    return read("cifar10 test", source, TEST_FILES);
  }

  /**
   * The half of the training images that NAS-Bench-201 trained on when it held images back.
   *
   * @param train all 50,000 training images
   * @return 25,000 images in ascending order
   * @throws IllegalArgumentException if there are not 50,000
   */
  public static ImageSet trainHalf(ImageSet train) {
    return new ImageSubset("cifar10 train half", train, half(train, 0));
  }

  /**
   * The half of the training images that NAS-Bench-201 held back for validation.
   *
   * @param train all 50,000 training images
   * @return 25,000 images in ascending order
   * @throws IllegalArgumentException if there are not 50,000
   */
  public static ImageSet validHalf(ImageSet train) {
    return new ImageSubset("cifar10 valid half", train, half(train, 1));
  }

  // The benchmark's split: numbers shuffled by Python's random after seed 1021, halves sorted.
  static int[] half(ImageSet train, int which) {
    int size = TRAIN_FILES.size() * IMAGES_PER_FILE;
    if (train.size() != size) {
      throw new IllegalArgumentException(
          "The halves are of the %d training images of CIFAR-10, not of the %d of (%s)."
              .formatted(size, train.size(), train.name()));
    }
    Integer[] numbers = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    new PythonRandom(HALVES_SEED).shuffle(numbers);
    int start = which * size / 2;
    return Arrays.stream(numbers, start, start + size / 2).mapToInt(i -> i).sorted().toArray();
  }

  private static ImageSet read(String name, Path source, List<String> files) throws IOException {
    return new CifarBatches(source, files, IMAGES_PER_FILE).read(name);
  }
}
