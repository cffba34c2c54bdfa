package org.nasbench4j.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasbench4j.cli.Cli;
import org.nasbench4j.cli.MadeImages;
import org.nasbench4j.data.image.EmbeddedImages;

class TableImagesCommandTest {
  private static final List<String> FILES =
      List.of(
          "train-images-idx3-ubyte.gz",
          "train-labels-idx1-ubyte.gz",
          "t10k-images-idx3-ubyte.gz",
          "t10k-labels-idx1-ubyte.gz");

  @TempDir private Path folder;

  private static byte[] embedded(String file) throws IOException {
    String name = "fashion-mnist-14/" + file;
    try (InputStream in = EmbeddedImages.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static void assertIsEmbedded(Cli written, Path out) throws IOException {
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.err()).contains("9000 training and 5000 test images");
    for (String file : FILES) {
      assertThat(out.resolve(file)).hasBinaryContent(embedded(file));
    }
  }

  @Test
  void theEmbeddedImagesAreThoseThatTheCommandWrites() throws IOException {
    Path all = Path.of("/usr/share/datasets/fashion-mnist");
    assumeTrue(Files.isDirectory(all), "There is no folder (%s) of images".formatted(all));
    Path out = folder.resolve("out");
    assertIsEmbedded(Cli.run("table", "images", "--images", all, "--out", out), out);
  }

  @Test
  void withoutTheDataSetTheEmbeddedImagesAreWritten() throws IOException {
    Path out = folder.resolve("out");
    assertIsEmbedded(Cli.run("table", "images", "--out", out), out);
  }

  @Test
  void mistakesAreOneLineAndNothingIsWritten() throws IOException {
    MadeImages.write(folder, 140, 40);
    Path out = folder.resolve("out");
    Cli few = Cli.run("table", "images", "--images", folder, "--out", out);
    assertThat(few.exitCode()).isEqualTo(2);
    assertThat(few.errorLine()).contains("needs 9000 images", "140 are here");
    assertThat(out).doesNotExist();
    Cli full = Cli.run("table", "images", "--out", folder);
    assertThat(full.errorLine()).contains("is not empty", "--out");
  }
}
