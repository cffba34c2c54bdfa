package org.nasbench4j.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(UTF_8)));
  }

  @Test
  void writesAFileAndTheFoldersAboveIt() throws IOException {
    Path file = folder.resolve("a").resolve("b").resolve("file.txt");
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsNamed() throws IOException {
    Path file = Files.createDirectory(folder.resolve("file.txt"));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> write(file, "new"))
        .withMessageContaining("file.txt: is a folder, not a file");
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> write(file.resolve("table"), "new"))
        .withMessageContaining("file: is a file, not a folder");
  }

  @Test
  void replacesAFile() throws IOException {
    Path file = folder.resolve("file.txt");
    write(file, "old");
    write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  @Test
  void readersSeeTheOldContentUntilTheNewIsComplete() throws IOException {
    Path file = folder.resolve("file.txt");
    write(file, "old");
    AtomicFile.write(
        file,
        out -> {
          out.write("new".getBytes(UTF_8));
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("file.txt");
    write(file, "old");
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes(UTF_8));
                      out.flush();
                      throw new IOException("No space left");
                    }))
        .withMessage("No space left");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(file));
  }

  @Test
  void aBugInTheWriterLeavesNothingToo() {
    Path file = folder.resolve("file.txt");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                AtomicFile.create(
                    file,
                    path -> {
                      assertThat(path).doesNotExist();
                      Files.writeString(path, "half");
                      throw new IllegalStateException("bug");
                    }));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path inside = folder.resolve("sub").resolve("precious.txt");
    write(inside, "precious");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> write(folder.resolve("sub"), "x"));
    assertThat(inside).hasContent("precious");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, real);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "This file system has no symbolic links: " + e);
    }
    write(link.resolve("file.txt"), "new");
    assertThat(real.resolve("file.txt")).hasContent("new");
  }

  @Test
  void knowsWhatAKilledProcessLeft() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFile.create(
        file,
        path -> {
          assertThat(AtomicFile.isTemporary(path, file)).isTrue();
          assertThat(AtomicFile.isTemporary(path, folder.resolve("other.txt"))).isFalse();
          Files.writeString(path, "x");
        });
    assertThat(AtomicFile.isTemporary(file, file)).isFalse();
  }
}
