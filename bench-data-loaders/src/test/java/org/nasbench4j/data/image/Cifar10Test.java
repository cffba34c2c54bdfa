package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.image.ImageSet;

class Cifar10Test {

  @Test
  void testImagesAreReadFromAFolder(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("test_batch.bin"), CifarSource.file(6, 10_000));

    ImageSet test = Cifar10.test(folder);

    assertThat(test.name()).isEqualTo("cifar10 test");
    assertThat(test.size()).isEqualTo(10_000);
    assertThat(test.channels()).isEqualTo(3);
    assertThat(test.side()).isEqualTo(32);
    assertThat(test.classes()).isEqualTo(10);
    assertThat(test.label(9_997)).isEqualTo(7);
  }

  // spec: the smallest numbers of the benchmark's split, and places in its training half.
  @Test
  void halvesAreThoseOfTheBenchmark() {
    ImageSet train = blank(50_000);
    int[] numbers = Cifar10.half(train, 0);
    int[] others = Cifar10.half(train, 1);

    assertThat(numbers).hasSize(25_000).isSorted().startsWith(0, 5, 7, 11, 13, 15, 16, 17, 20, 24);
    assertThat(numbers[10]).isEqualTo(26);
    assertThat(numbers[111]).isEqualTo(203);
    assertThat(others).hasSize(25_000).isSorted();
    assertThat(IntStream.concat(Arrays.stream(numbers), Arrays.stream(others)).sorted().toArray())
        .isEqualTo(IntStream.range(0, 50_000).toArray());
  }

  @Test
  void halvesAreViewsOfTheTrainingImages() {
    ImageSet half = Cifar10.trainHalf(blank(50_000));

    assertThat(half.name()).isEqualTo("cifar10 train half");
    assertThat(half.size()).isEqualTo(25_000);
    assertThat(half.label(10)).isEqualTo(26 % 2);
    assertThat(Cifar10.validHalf(blank(50_000)).name()).isEqualTo("cifar10 valid half");
  }

  @Test
  void onlyTheTrainingImagesHaveHalves() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cifar10.trainHalf(blank(10_000)))
        .withMessageContainingAll("50000", "10000", "(blank)");
  }

  private static ImageSet blank(int size) {
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % 2);
    }
    return new PixelImages("blank", new ImageShape(1, 1, 2), new byte[size], labels);
  }
}
