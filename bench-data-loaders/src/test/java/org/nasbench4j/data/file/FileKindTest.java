package org.nasbench4j.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
  @TempDir private Path folder;

  private FileKind kind(String text) throws IOException {
    return FileKind.of(Files.writeString(folder.resolve("file"), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html>", "<!doctype HTML>", "<HTML>", "<html lang='en'>"})
  void aWebPageIsOneHoweverManyBlanksStandBeforeIt(String tag) throws IOException {
    assertThat(kind(tag)).isEqualTo(FileKind.HTML);
    assertThat(kind(" \n\t" + "\r\n".repeat(100) + tag)).isEqualTo(FileKind.HTML);
  }

  @Test
  void blanksAloneAreText() throws IOException {
    assertThat(kind(" ".repeat(1_000))).isEqualTo(FileKind.TEXT);
    assertThat(kind("a,b <html>")).isEqualTo(FileKind.TEXT);
  }
}
