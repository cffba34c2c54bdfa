package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.image.ImageSet;

class EmbeddedImagesTest {
  @TempDir private Path folder;

  @Test
  void allClassesAreThereInNearlyEqualShares() throws IOException {
    assertShares(EmbeddedImages.train(), 9_000);
    assertShares(EmbeddedImages.test(), 5_000);
  }

  private static void assertShares(ImageSet images, int size) {
    assertThat(images.size()).isEqualTo(size);
    assertThat(images.side()).isEqualTo(14);
    for (int label = 0; label < images.classes(); label++) {
      int wanted = label;
      long share = IntStream.range(0, size).filter(i -> images.label(i) == wanted).count();
      assertThat(share).isBetween(size * 9L / 100, size * 11L / 100);
    }
  }

  @Test
  void imagesThatAreWrittenAreReadAsTheyWere() throws IOException {
    ImageSet images = EmbeddedImages.test();
    Path pixels = folder.resolve("images.gz");
    Path labels = folder.resolve("labels.gz");
    IdxImages.write(images, pixels, labels);
    ImageSet read = IdxImages.read("again", pixels, labels, 10);
    assertThat(read.size()).isEqualTo(images.size());
    byte[] first = new byte[196];
    byte[] second = new byte[196];
    for (int image = 0; image < images.size(); image += 99) {
      images.pixels(image, first, 0);
      read.pixels(image, second, 0);
      assertThat(second).isEqualTo(first);
      assertThat(read.label(image)).isEqualTo(images.label(image));
    }
  }
}
