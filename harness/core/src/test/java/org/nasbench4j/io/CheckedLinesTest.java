package org.nasbench4j.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedLinesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("lines");
  }

  private void append(String... lines) throws IOException {
    try (CheckedLines journal = CheckedLines.open(file, (offset, rest) -> {})) {
      for (String line : lines) {
        journal.append(line.getBytes(US_ASCII));
      }
    }
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    CheckedLines.open(file, (offset, rest) -> lines.add(new String(rest, US_ASCII))).close();
    return lines;
  }

  @Test
  void linesComeBackInOrder() throws IOException {
    append("one", "", "three\twith a tab");
    append("four");
    assertThat(lines()).containsExactly("one", "", "three\twith a tab", "four");
  }

  @Test
  void theChecksumIsTheOneOfTheStandard() throws IOException {
    append("123456789");
    // CRC-32C of "123456789", from RFC 3720.
    assertThat(file).hasContent("e3069283\t123456789\n");
  }

  @Test
  void aLineIsReadBackFromWhereItWasPut() throws IOException {
    try (CheckedLines journal = CheckedLines.open(file, (offset, rest) -> {})) {
      journal.append("one".getBytes(US_ASCII));
      long offset = journal.append("second".getBytes(US_ASCII));
      assertThat(journal.read(offset, 6)).asString(US_ASCII).isEqualTo("second");
    }
  }

  @Test
  void aLineThatIsCutAnywhereIsDroppedAndTheFileGoesOn() throws IOException {
    append("one", "two");
    byte[] whole = Files.readAllBytes(file);
    int second = whole.length / 2;
    for (int length = second; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(lines()).as("cut at %d", length).containsExactly("one");
      append("two");
      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void aDamagedLineInTheMiddleIsRefusedAndNothingIsCut() throws IOException {
    append("one", "two");
    byte[] bytes = Files.readAllBytes(file);
    bytes[10] ^= 1;
    Files.write(file, bytes);
    assertThatExceptionOfType(DamagedLineException.class)
        .isThrownBy(this::lines)
        .satisfies(damage -> assertThat(damage.offset()).isZero());
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void whoeverComesSecondIsSentAway() throws IOException {
    try (CheckedLines first = CheckedLines.open(file, (offset, rest) -> {})) {
      first.append("kept".getBytes(US_ASCII));
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(this::lines)
          .withMessageContaining("another process");
    }
    assertThat(lines()).containsExactly("kept");
  }
}
