package org.nasbench4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.table.FilePlace.AtByte;
import org.nasbench4j.table.MalformedTableException;

class CifarBatchesTest {
  private static final int IMAGES = 300;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  @TempDir private Path folder;

  @Test
  void imagesComeInTheOrderOfTheListNotOfTheArchive() throws IOException {
    files.put("batches.meta.txt", new byte[] {'a'});
    files.put("2.bin", CifarSource.file(2, IMAGES));
    files.put("1.bin", CifarSource.file(1, IMAGES));

    ImageSet images = read(archive(), "1.bin", "2.bin");

    assertThat(images.name()).isEqualTo("some");
    assertThat(images.size()).isEqualTo(2 * IMAGES);
    for (int file = 1; file <= 2; file++) {
      int image = (file - 1) * IMAGES + 258; // 0x102
      assertThat(images.label(image)).isEqualTo(8);
      assertThat(pixels(images, image)).startsWith(0, 1, 2, file).endsWith(file).hasSize(3_072);
    }
  }

  @Test
  void aFolderAndAnArchiveHoldTheSame() throws IOException {
    files.put("1.bin", CifarSource.file(200, IMAGES));
    Files.write(folder.resolve("1.bin"), CifarSource.file(200, IMAGES));

    assertThat(pixels(read(folder, "1.bin"), 7)).isEqualTo(pixels(read(archive(), "1.bin"), 7));
  }

  @Test
  void imagesOutOfRangeAreRefused() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));
    ImageSet images = read(archive(), "1.bin");

    assertThatThrownBy(() -> images.label(IMAGES)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.pixels(-1, new byte[3_072], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));

    malformed(archive(), "1.bin", "2.bin").hasMessageContaining("2.bin is missing");
    malformed(folder, "1.bin").hasMessageContaining("1.bin is missing");
    assertThatThrownBy(() -> read(folder.resolve("absent"), "1.bin"))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileThatIsThereTwiceIsRefused() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));
    files.put("copy/1.bin", CifarSource.file(1, IMAGES));

    malformed(archive(), "1.bin").hasMessageContaining("copy/1.bin is there twice");
  }

  @Test
  void aTruncatedArchiveIsMalformedWhereverItEnds() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));
    byte[] bytes = CifarSource.archive(files);
    for (int length = 0; length < bytes.length; length += 1 + length / 20) {
      Path cut = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> read(cut, "1.bin"))
          .as("cut to %d", length)
          .isInstanceOf(MalformedTableException.class)
          .hasMessageContaining("cut.tar.gz");
    }
  }

  @Test
  void aTruncatedArchiveIsNamedWithEntryAndOffset() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));
    byte[] bytes = CifarSource.archive(files);
    Path half = Files.write(folder.resolve("h.tar.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> read(half, "1.bin"))
        .isInstanceOfSatisfying(
            MalformedTableException.class,
            e -> {
              assertThat(((AtByte) e.place()).offset())
                  .isPositive()
                  .isLessThan((long) IMAGES * CifarSource.RECORD);
              assertThat(((AtByte) e.place()).offset() % CifarSource.RECORD).isZero();
            })
        .hasMessageContaining("entry cifar-10-batches-bin/1.bin breaks off");
  }

  @Test
  void aDamagedArchiveIsFoundByItsChecksum() throws IOException {
    files.put("1.bin", CifarSource.file(1, IMAGES));
    byte[] bytes = CifarSource.archive(files);
    bytes[bytes.length - 6] ^= 1; // in the CRC-32

    malformed(Files.write(folder.resolve("d.tar.gz"), bytes), "1.bin")
        .hasMessageContaining("damaged");
  }

  @Test
  void aChangedByteOfAHeaderGivesImagesOrADeclaredError() throws IOException {
    files.put("1.bin", CifarSource.file(1, 1));
    byte[] tar = CifarSource.tar(files);
    for (int position = 0; position < 512; position++) {
      byte[] changed = tar.clone();
      changed[position] ^= (byte) 0x81;
      Path path = Files.write(folder.resolve("c.tar.gz"), CifarSource.gzip(changed));
      Throwable thrown =
          catchThrowable(() -> new CifarBatches(path, List.of("1.bin"), 1).read("one"));
      if (thrown != null) {
        assertThat(thrown).as("byte %d", position).isInstanceOf(MalformedTableException.class);
      }
    }
  }

  @Test
  void anythingElseIsNoArchive() throws IOException {
    malformed(Files.writeString(folder.resolve("page.tar.gz"), "<html>not found</html>"), "1.bin")
        .hasMessageContainingAll("page.tar.gz", "the archive");
  }

  @Test
  void aFileOfAnotherLengthIsRefused() throws IOException {
    Files.write(folder.resolve("1.bin"), new byte[921_899]);
    malformed(folder, "1.bin")
        .hasMessageContaining("file 1.bin has 921899 bytes instead of 921900");

    files.put("1.bin", new byte[5]);
    malformed(archive(), "1.bin").hasMessageContaining("has 5 bytes instead of 921900");
  }

  @Test
  void aLabelAboveNineIsRefused() throws IOException {
    byte[] file = CifarSource.file(1, IMAGES);
    file[2 * CifarSource.RECORD] = 10;
    Files.write(folder.resolve("1.bin"), file);

    malformed(folder, "1.bin")
        .hasMessageContaining("malformed at byte %d: file 1.bin has the label 10", 2 * 3_073);
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

  private static AbstractThrowableAssert<?, ?> malformed(Path source, String... names) {
    return assertThatThrownBy(() -> read(source, names))
        .isInstanceOf(MalformedTableException.class);
  }

  private static ImageSet read(Path source, String... names) throws IOException {
    return new CifarBatches(source, List.of(names), IMAGES).read("some");
  }
}
