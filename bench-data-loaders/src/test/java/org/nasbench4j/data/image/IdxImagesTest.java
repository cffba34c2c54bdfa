package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.UnsupportedTableException;

class IdxImagesTest {
  private static final byte[] LABELS = idx(new int[] {0x801, 3}, 1, 0, 9);
  private static final byte[] IMAGES =
      idx(new int[] {0x803, 3, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);

  @TempDir private Path folder;

  @Test
  void imagesAreRead() throws IOException {
    ImageSet images = read(IMAGES, LABELS);
    byte[] pixels = new byte[5];
    images.pixels(2, pixels, 1);

    assertThat(images.name()).isEqualTo("tiny");
    assertThat(images.size()).isEqualTo(3);
    assertThat(images.channels()).isEqualTo(1);
    assertThat(images.side()).isEqualTo(2);
    assertThat(images.classes()).isEqualTo(10);
    assertThat(images.label(2)).isEqualTo(9);
    assertThat(pixels).containsExactly(0, 9, 10, 11, 255);
  }

  @Test
  void gzippedFilesAreReadToo() throws IOException {
    assertThat(read(gzip(IMAGES), gzip(LABELS)).label(0)).isEqualTo(1);
  }

  @Test
  void fashionMnistIsFoundUnderItsOfficialNames() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(IMAGES));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), LABELS);

    assertThat(FashionMnist.train(folder).name()).isEqualTo("fashion-mnist train");
    assertThatThrownBy(() -> FashionMnist.test(folder))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("t10k-images-idx3-ubyte.gz");
  }

  @Test
  void aTruncatedFileIsMalformedWhereverItEnds() {
    for (int length = 0; length < IMAGES.length; length++) {
      byte[] cut = Arrays.copyOf(IMAGES, length);
      malformed(cut, LABELS).hasMessageContaining("images is malformed at byte %d", length);
    }
    byte[] zipped = gzip(IMAGES);
    for (int length = 2; length < zipped.length; length++) {
      malformed(Arrays.copyOf(zipped, length), LABELS);
    }
  }

  @Test
  void nothingMayFollow() {
    malformed(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS)
        .hasMessageContaining("at byte 28: there are bytes behind");
  }

  @Test
  void anAnnouncedSizeAloneAllocatesNothing() {
    malformed(idx(new int[] {0x803, 1_000_000, 28, 28}, 1), LABELS)
        .hasMessageContaining("after 1 of 784000000");
    unsupported(idx(new int[] {0x803, Integer.MAX_VALUE, 28, 28}, 1), LABELS)
        .hasMessageContaining("1 GiB");
    unsupported(idx(new int[] {0x803, -1, 28, 28}, 1), LABELS).hasMessageContaining("1 GiB");
  }

  @Test
  void labelsMustFitTheImages() {
    malformed(IMAGES, idx(new int[] {0x801, 2}, 1, 0)).hasMessageContaining("2 labels for 3");
    malformed(IMAGES, idx(new int[] {0x801, 3}, 1, 0, 10))
        .hasMessageContaining("labels is malformed at byte 10: the label 10 must be 0 to 9");
  }

  @Test
  void otherKindsOfFilesAreRefused() {
    unsupported(LABELS, IMAGES).hasMessageContainingAll("0x00000801", "0x00000803");
    unsupported(idx(new int[] {0x803, 3, 1, 2}, 1, 2, 3, 4, 5, 6), LABELS)
        .hasMessageContainingAll("1 x 2", "square");
    malformed(idx(new int[] {0x803, 0, 2, 2}), LABELS).hasMessageContaining("no pixels");
  }

  @Test
  void thereAreTwoClassesOrMore() {
    Path file = folder.resolve("images");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxImages.read("tiny", file, file, 1))
        .withMessageContainingAll("(1)", "tiny");
  }

  @Test
  void aSubsetSharesItsImages() throws IOException {
    ImageSet all = read(IMAGES, LABELS);
    ImageSet subset = new ImageSubset("two", all, new int[] {2, 0});
    byte[] pixels = new byte[4];
    subset.pixels(1, pixels, 0);

    assertThat(subset.name()).isEqualTo("two");
    assertThat(subset.size()).isEqualTo(2);
    assertThat(subset.label(0)).isEqualTo(9);
    assertThat(subset.side() + subset.channels() + subset.classes()).isEqualTo(13);
    assertThat(pixels).containsExactly(1, 2, 3, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageSubset("two", all, new int[] {0, 3}))
        .withMessageContainingAll("(3)", "(two)", "0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageSubset("none", all, new int[0]))
        .withMessageContainingAll("(none)", "tiny");
  }

  private AbstractThrowableAssert<?, ?> malformed(byte[] images, byte[] labels) {
    return assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(MalformedTableException.class);
  }

  private AbstractThrowableAssert<?, ?> unsupported(byte[] images, byte[] labels) {
    return assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(UnsupportedTableException.class);
  }

  private ImageSet read(byte[] images, byte[] labels) throws IOException {
    return IdxImages.read(
        "tiny",
        Files.write(folder.resolve("images"), images),
        Files.write(folder.resolve("labels"), labels),
        10);
  }

  private static byte[] idx(int[] header, int... bytes) {
    ByteBuffer file = ByteBuffer.allocate(Integer.BYTES * header.length + bytes.length);
    for (int number : header) {
      file.putInt(number);
    }
    for (int value : bytes) {
      file.put((byte) value);
    }
    return file.array();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
