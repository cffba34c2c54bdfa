package org.nasbench4j.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.data.image.Cifar10;
import org.nasbench4j.data.image.EmbeddedImages;
import org.nasbench4j.data.image.FashionMnist;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageKind;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.TableOrder;

/** The data sets whose images networks are scored or trained on. */
public enum ImageDataset {
  CIFAR10("cifar10", new ImageKind(3, 32, 10)) {
    @Override
    public ImageSet train(@Nullable Path source) throws IOException {
      return Cifar10.train(place(source));
    }

    @Override
    public ImageSet test(@Nullable Path source) throws IOException {
      return Cifar10.test(place(source));
    }

    private Path place(@Nullable Path source) {
      return source == null
          ? DataFolder.file("--images", "cifar10/cifar-10-binary.tar.gz")
          : source;
    }
  },

  FASHION_MNIST("fashion-mnist", new ImageKind(1, 28, 10)) {
    @Override
    public ImageSet train(@Nullable Path source) throws IOException {
      return FashionMnist.train(place(source));
    }

    @Override
    public ImageSet test(@Nullable Path source) throws IOException {
      return FashionMnist.test(place(source));
    }

    private Path place(@Nullable Path source) {
      Path installed = Path.of("/usr/share/datasets/fashion-mnist");
      if (source != null) {
        return source;
      }
      return Files.isDirectory(installed) ? installed : DataFolder.file("--images", id());
    }
  },

  /** Those that come with the program: what the embedded table is trained and tested on. */
  FASHION_MNIST_14("fashion-mnist-14", new ImageKind(1, EmbeddedImages.SIDE, 10)) {
    @Override
    public ImageSet train(@Nullable Path source) throws IOException {
      requireNone(source);
      int count = BenchmarkRecipe.preset("micro").images().training();
      return TableOrder.part(EmbeddedImages.train(), 0, count);
    }

    @Override
    public ImageSet test(@Nullable Path source) throws IOException {
      requireNone(source);
      return EmbeddedImages.test();
    }

    private void requireNone(@Nullable Path source) {
      if (source != null) {
        throw new IllegalArgumentException(
            "The images (%s) are not used: those of %s come with the program. Leave --images out."
                .formatted(source, id()));
      }
    }
  };

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final ImageKind kind;

  ImageDataset(String id, ImageKind kind) {
    this.id = id;
    this.kind = kind;
  }

  /**
   * Finds a data set by its name.
   *
   * @param text its {@link #id}
   * @return the data set
   * @throws IllegalArgumentException if it is none of these
   */
  public static ImageDataset parse(String text) {
    return Arrays.stream(values())
        .filter(dataset -> dataset.id.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The dataset (%s) has no images here. Use %s."
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(ImageDataset::id)
                                .collect(Collectors.joining(" or ")))));
  }

  /**
   * Reads the training images.
   *
   * @param source where they are, null for the usual place
   * @return all that networks are trained on
   * @throws IllegalArgumentException if they come with the program and a source is named, or if no
   *     source is named and the usual place is not known
   * @throws IOException if they cannot be read
   */
  public abstract ImageSet train(@Nullable Path source) throws IOException;

  /**
   * Reads the test images.
   *
   * @param source where they are, null for the usual place
   * @return all of them
   * @throws IllegalArgumentException if they come with the program and a source is named, or if no
   *     source is named and the usual place is not known
   * @throws IOException if they cannot be read
   */
  public abstract ImageSet test(@Nullable Path source) throws IOException;

  /**
   * Its name on the command line.
   *
   * @return lower-case letters, digits and hyphens
   */
  public String id() {
    return id;
  }

  /**
   * What its images are like, known without reading one.
   *
   * @return channels, side and classes
   */
  public ImageKind kind() {
    return kind;
  }

  /**
   * The name of a column: those of the benchmark's first data set stand without it.
   *
   * @param name what the column holds
   * @return the same, or with the data set behind it
   */
  public String column(String name) {
    return this == CIFAR10 ? name : name + "-" + id;
  }
}
