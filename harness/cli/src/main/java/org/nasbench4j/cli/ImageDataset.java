package org.nasbench4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.nasbench4j.data.image.Cifar10;
import org.nasbench4j.data.image.FashionMnist;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.batch.ImageKind;

/** The data sets whose images networks are scored on. */
enum ImageDataset {
  CIFAR10("cifar10", new ImageKind(3, 32, 10)) {
    @Override
    ImageSet train(Path source) throws IOException {
      return Cifar10.train(source);
    }

    @Override
    ImageSet test(Path source) throws IOException {
      return Cifar10.test(source);
    }

    @Override
    Path usualPlace() {
      return DataFolder.file("--images", "cifar10/cifar-10-binary.tar.gz");
    }
  },

  FASHION_MNIST("fashion-mnist", new ImageKind(1, 28, 10)) {
    @Override
    ImageSet train(Path source) throws IOException {
      return FashionMnist.train(source);
    }

    @Override
    ImageSet test(Path source) throws IOException {
      return FashionMnist.test(source);
    }

    @Override
    Path usualPlace() {
      Path installed = Path.of("/usr/share/datasets/fashion-mnist");
      return Files.isDirectory(installed) ? installed : DataFolder.file("--images", id());
    }
  };

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final ImageKind kind;

  ImageDataset(String id, ImageKind kind) {
    this.id = id;
    this.kind = kind;
  }

  static ImageDataset parse(String text) {
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

  abstract ImageSet train(Path source) throws IOException;

  abstract ImageSet test(Path source) throws IOException;

  /** Where the images are looked for unless it is said. */
  abstract Path usualPlace();

  String id() {
    return id;
  }

  /** Known without reading an image. */
  ImageKind kind() {
    return kind;
  }

  /** The name of a column: those of the benchmark's first data set stand without it. */
  String column(String name) {
    return this == CIFAR10 ? name : name + "-" + id;
  }
}
