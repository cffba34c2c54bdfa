package org.nasbench4j.cli.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nasbench4j.RealData;
import org.nasbench4j.cli.Engine;
import org.nasbench4j.data.image.Cifar10;
import org.nasbench4j.data.image.FashionMnist;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.image.ReducedImages;
import org.nasbench4j.neural.training.Accuracy;

/** The networks that come with the program classify as their files say. */
class ShippedTeachersTest {
  private static final int IMAGES = 1000;
  private static final int BYTES = 2_000_000;

  // Three standard deviations of the share of 1,000 images at 85 %.
  private static final double TOLERANCE = 0.034;

  @Test
  void cifar10ClassifiesAsItSays() throws IOException {
    Path archive = RealData.file("cifar10/cifar-10-binary.tar.gz");
    assertAccuracy("cifar10", Cifar10.test(archive));
  }

  @Test
  void fashionMnistClassifiesAsItSays() throws IOException {
    Path images = Path.of("/usr/share/datasets/fashion-mnist");
    assumeTrue(Files.isDirectory(images), "Fashion-MNIST (dataset-fashion-mnist) is not installed");
    assertAccuracy("fashion-mnist-14", ReducedImages.to(FashionMnist.test(images), 14));
  }

  private static void assertAccuracy(String name, ImageSet test) throws IOException {
    byte[] bytes = ShippedTeachers.bytes(name);
    TeacherFile file = TeacherFile.read(ShippedTeachers.file(name), bytes);
    double accuracy = Accuracy.of(Engine.session(), file.teacher(), test, IMAGES);
    assertThat(accuracy).isCloseTo(file.accuracy(), within(TOLERANCE));
    // What RMI-NAS asks of a reference network.
    assertThat(file.accuracy()).isGreaterThan(0.85);
    assertThat(bytes).hasSizeLessThan(BYTES);
  }

  @Test
  void imagesWithoutATeacherAreNamedWithTheCommandThatTrainsOne() throws IOException {
    Path images = Path.of("/usr/share/datasets/fashion-mnist");
    assumeTrue(Files.isDirectory(images), "Fashion-MNIST (dataset-fashion-mnist) is not installed");
    ImageSet whole = FashionMnist.test(images);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShippedTeachers.nameFor("fashion-mnist", whole))
        .withMessageContaining("28 pixels")
        .withMessageContaining("nasbench teacher train --dataset fashion-mnist --side 28");
    assertThat(ShippedTeachers.nameFor("fashion-mnist", ReducedImages.to(whole, 14)))
        .isEqualTo("fashion-mnist-14");
  }
}
