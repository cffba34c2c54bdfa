package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.table.MalformedTableException;

class Cifar10Test {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  @TempDir private Path folder;

  @BeforeEach
  void oneFile() {
    files.put("batches.meta.txt", new byte[] {'a'});
    files.put("test_batch.bin", CifarSource.file(6));
  }

  @Test
  void trainingImagesComeInTheOrderOfTheirFilesNotOfTheArchive() throws IOException {
    for (int number : new int[] {4, 5, 2, 1, 3}) {
      files.put("data_batch_" + number + ".bin", CifarSource.file(number));
    }

    ImageSet train = Cifar10.train(archive());

    assertThat(train.name()).isEqualTo("cifar10 train");
    assertThat(train.size()).isEqualTo(50_000);
    for (int file = 1; file <= 5; file++) {
      int image = 10_000 * file - 3; // number 9997 = 0x270d of its file
      assertThat(train.label(image)).isEqualTo(7);
      assertThat(pixels(train, image)).startsWith(0, 0x27, 0x0d, file).endsWith(file);
    }
  }

  @Test
  void testImagesAreReadFromTheFolderToo() throws IOException {
    Files.write(folder.resolve("test_batch.bin"), CifarSource.file(6));

    for (Path source : new Path[] {folder, archive()}) {
      ImageSet test = Cifar10.test(source);
      assertThat(test.name()).isEqualTo("cifar10 test");
      assertThat(test.size()).isEqualTo(10_000);
      assertThat(test.channels()).isEqualTo(3);
      assertThat(test.side()).isEqualTo(32);
      assertThat(test.classes()).isEqualTo(10);
      assertThat(pixels(test, 258)).startsWith(0, 1, 2, 6).hasSize(3_072);
    }
  }

  @Test
  void imagesOutOfRangeAreRefused() throws IOException {
    ImageSet test = Cifar10.test(archive());

    assertThatThrownBy(() -> test.label(10_000)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> test.pixels(-1, new byte[3_072], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path archive = archive();

    malformed(() -> Cifar10.train(archive)).hasMessageContaining("data_batch_1.bin is missing");
    malformed(() -> Cifar10.test(folder)).hasMessageContaining("test_batch.bin is missing");
    assertThatThrownBy(() -> Cifar10.test(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aTruncatedArchiveIsNamedWithEntryAndOffset() throws IOException {
    byte[] bytes = CifarSource.archive(files);
    for (int length : new int[] {0, 1, 9, 10, 100, bytes.length / 2, bytes.length - 1}) {
      Path cut = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Cifar10.test(cut))
          .as("cut to %d", length)
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContaining("cut.tar.gz");
    }
    Path half = Files.write(folder.resolve("h.tar.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Cifar10.test(half))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> {
              assertThat(e.offset()).isPositive().isLessThan(30_730_000);
              assertThat(e.offset() % CifarSource.RECORD).isZero();
            })
        .hasMessageContaining("entry cifar-10-batches-bin/test_batch.bin breaks off");
  }

  @Test
  void aDamagedArchiveIsFoundByItsChecksum() throws IOException {
    byte[] bytes = CifarSource.archive(files);
    bytes[bytes.length - 6] ^= 1; // in the CRC-32
    Path damaged = Files.write(folder.resolve("damaged.tar.gz"), bytes);

    malformed(() -> Cifar10.test(damaged)).hasMessageContainingAll("damaged", "CRC");
  }

  @Test
  void anythingElseIsNoArchive() throws IOException {
    Path text = Files.writeString(folder.resolve("page.tar.gz"), "<html>not found</html>");

    malformed(() -> Cifar10.test(text)).hasMessageContainingAll("page.tar.gz", "the archive");
  }

  @Test
  void aFileOfAnotherLengthIsRefused() throws IOException {
    Path file = folder.resolve("test_batch.bin");
    Files.write(file, Arrays.copyOf(CifarSource.file(6), 30_729_999));
    malformed(() -> Cifar10.test(folder))
        .hasMessageContaining("file test_batch.bin has 30729999 bytes instead of 30730000");

    files.put("test_batch.bin", new byte[5]);
    Path archive = archive();
    malformed(() -> Cifar10.test(archive)).hasMessageContaining("has 5 bytes instead of 30730000");
  }

  @Test
  void aLabelAboveNineIsRefused() throws IOException {
    byte[] file = CifarSource.file(6);
    file[2 * CifarSource.RECORD] = 10;
    Files.write(folder.resolve("test_batch.bin"), file);

    assertThatThrownBy(() -> Cifar10.test(folder))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> assertThat(e.offset()).isEqualTo(2L * CifarSource.RECORD))
        .hasMessageContaining("label 10");
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
    assertThat(others).hasSize(25_000).isSorted().doesNotContain(numbers);
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

  private static int[] pixels(ImageSet images, int image) {
    byte[] pixels = new byte[1 + images.channels() * images.side() * images.side()];
    images.pixels(image, pixels, 1);
    int[] unsigned = new int[pixels.length - 1];
    Arrays.setAll(unsigned, i -> Byte.toUnsignedInt(pixels[i + 1]));
    return unsigned;
  }

  private Path archive() throws IOException {
    return Files.write(folder.resolve("cifar-10-binary.tar.gz"), CifarSource.archive(files));
  }

  private static AbstractThrowableAssert<?, ?> malformed(
      ThrowingCallable read) {
    return assertThatThrownBy(read).isInstanceOf(MalformedTableException.class);
  }
}
