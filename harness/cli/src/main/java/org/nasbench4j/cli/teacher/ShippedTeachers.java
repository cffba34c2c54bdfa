package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.rmi.StoredTeacher;

/**
 * The reference networks that come with the program; docs/results/teachers.md says how they were
 * made.
 */
final class ShippedTeachers {
  private static final String FOLDER = "/org/nasbench4j/neural/teacher/";

  private static final List<Shipped> ALL =
      List.of(
          new Shipped("cifar10", "cifar10", 32),
          new Shipped("fashion-mnist-14", "fashion-mnist", 14));

  private ShippedTeachers() {}

  /** One of them: its name, and the images that it was trained on. */
  private record Shipped(String name, String dataset, int side) {

    // The images of the embedded table are some of those, and have its name.
    boolean fits(String images, int pixels) {
      return (dataset.equals(images) || name.equals(images)) && side == pixels;
    }
  }

  static List<String> names() {
    return ALL.stream().map(Shipped::name).toList();
  }

  /** The name of the one that was trained on such images. */
  static String nameFor(String dataset, ImageSet images) {
    return ALL.stream()
        .filter(shipped -> shipped.fits(dataset, images.side()))
        .map(Shipped::name)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No teacher for %s of %d pixels comes with the program, only %s. Train one with nasbench teacher train --dataset %s --side %d --out FILE, and name it by --teacher."
                        .formatted(dataset, images.side(), names(), dataset, images.side())));
  }

  static byte[] bytes(String name) throws IOException {
    String resource = FOLDER + file(name);
    try (InputStream in = StoredTeacher.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    }
  }

  static Path file(String name) {
    return Path.of(name + ".safetensors");
  }
}
